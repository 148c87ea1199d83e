namespace CaseFlow.Web.Shell;

/// <summary>Addresses within this site that came from outside (a query string): anything else would be an open redirect.</summary>
internal static class LocalPath
{
    public static string OrHome(string? path) => Or(path, "/");

    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;

    private static bool IsLocal(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}
