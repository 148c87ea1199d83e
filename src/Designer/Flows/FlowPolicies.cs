namespace CaseFlow.Designer.Flows;

/// <summary>Authorization policies the designer's pages ask for; the host says who meets them.</summary>
public static class FlowPolicies
{
    public const string EditFlows = "edit-flows";
}
