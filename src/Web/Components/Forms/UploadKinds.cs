namespace CaseFlow.Web.Components.Forms;

/// <summary>What file pickers offer. The content itself is checked when the file arrives.</summary>
internal static class UploadKinds
{
    public const string Accept = "image/*,video/mp4,application/pdf,.doc,.docx,.xls,.xlsx";
}
