namespace CaseFlow.Activities;

/// <summary>What a linked case is to the other.</summary>
public static class LinkRoles
{
    public const string Related = "related";
    public const string Parent = "parent";
    public const string Child = "child";
    public const string Need = "need";
    public const string Project = "project";

    /// <summary>The other side's word for the same link.</summary>
    public static string Opposite(string role) => role switch
    {
        Parent => Child,
        Child => Parent,
        Need => Project,
        Project => Need,
        _ => Related,
    };
}
