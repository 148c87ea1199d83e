namespace CaseFlow.Web.Cases;

/// <summary>Addresses of documents, and which may be shown in the page instead of saved.</summary>
internal static class DocumentLinks
{
    // Kinds a browser only draws. Anything that can carry script is only ever downloaded.
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/gif", "image/webp"];

    public static string Download(Guid id) => $"documents/{id}";

    public static string Preview(Guid id) => $"documents/{id}?preview=true";

    public static bool CanPreview(string mediaType) => Pictures.Contains(mediaType);
}
