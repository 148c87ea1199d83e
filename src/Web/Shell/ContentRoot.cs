namespace CaseFlow.Web.Shell;

public static class ContentRoot
{
    /// <summary>A published program finds its style sheets, settings and flows beside itself, whatever folder it is started in.</summary>
    /// <param name="program">The folder of the program.</param>
    /// <returns>Null: it was not published, the folder it is started in holds them.</returns>
    public static string? Of(string program) => Directory.Exists(Path.Combine(program, "wwwroot")) ? program : null;
}
