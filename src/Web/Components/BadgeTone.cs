namespace CaseFlow.Web.Components;

public enum BadgeTone
{
    Plain,
    Action,
    Good,
    Late,
}
