namespace CaseFlow.Web.Components.Forms;

/// <summary>Sizes of what may be sent, in bytes.</summary>
internal static class UploadLimits
{
    /// <summary>One file; the document service has the last word.</summary>
    public const long File = 20L * 1024 * 1024;

    /// <summary>All files of one form.</summary>
    public const long Files = 40L * 1024 * 1024;

    /// <summary>A whole form with its files; more is refused before it is read.</summary>
    public const long Request = Files + (2L * 1024 * 1024);
}
