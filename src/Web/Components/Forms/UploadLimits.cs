namespace CaseFlow.Web.Components.Forms;

/// <summary>Sizes of what may be sent, in bytes. The size of one file is the document service's business.</summary>
internal static class UploadLimits
{
    /// <summary>A whole form with its files; more is refused before it is read.</summary>
    public const long Request = 42L * 1024 * 1024;
}
