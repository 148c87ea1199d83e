namespace CaseFlow.Runtime.Directory;

/// <summary>Roles of staff. Residents need no account.</summary>
public static class Roles
{
    public const string Admin = "admin";
    public const string Caseworker = "caseworker";
    public const string Supervisor = "supervisor";
    public const string Auditor = "auditor";
    public const string GridWorker = "grid-worker";
    public const string WindowClerk = "window-clerk";

    public static readonly IReadOnlyList<string> All = [Admin, Caseworker, Supervisor, Auditor, GridWorker, WindowClerk];
}
