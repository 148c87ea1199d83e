namespace CaseFlow.Engine.Decisions.Tables;

/// <summary>What a table answers when several rules match (DMN 1.5, section 8.2.10).</summary>
internal enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    RuleOrder,
    OutputOrder,
    Collect,
}

/// <summary>What COLLECT makes of its outputs.</summary>
internal enum Aggregation
{
    None,
    Sum,
    Min,
    Max,
    Count,
}
