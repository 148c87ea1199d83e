namespace CaseFlow.EndToEnd.Tests;

/// <summary>A real picture to attach: a PNG of one pixel.</summary>
internal static class Photo
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static string File { get; } = Write();

    private static string Write()
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("caseflow-photo-").FullName, "courtyard.png");
        System.IO.File.WriteAllBytes(file, Convert.FromBase64String(Png));
        return file;
    }
}
