namespace CaseFlow.Runtime.Documents;

/// <summary>A kind of file that may be attached, as its content shows; the sender's word on it counts for nothing.</summary>
internal sealed record FileKind(string MediaType, params string[] Extensions)
{
    public static readonly FileKind Jpeg = new("image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Png = new("image/png", ".png");
    public static readonly FileKind WebP = new("image/webp", ".webp");
    public static readonly FileKind Heic = new("image/heic", ".heic", ".heif");
    public static readonly FileKind Pdf = new("application/pdf", ".pdf");
    public static readonly FileKind Mp4 = new("video/mp4", ".mp4", ".m4v", ".mov");
    public static readonly FileKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileKind Text = new("text/plain", ".txt", ".csv", ".log", ".md");
}
