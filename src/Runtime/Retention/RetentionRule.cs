namespace CaseFlow.Runtime.Retention;

/// <summary>How long closed cases, and what is known of the people who asked, are kept.</summary>
/// <param name="Name">Stands in the record of each deletion.</param>
/// <param name="Tenant">Null: every tenant.</param>
/// <param name="Kind">A kind of case, such as <c>complaint</c>; null: every kind.</param>
/// <param name="Flow">A flow's key; null: every flow.</param>
/// <param name="DeleteAfterYears">Years from closing to deletion; null: never.</param>
/// <param name="EraseAfterYears">Years from closing until name, phone and address of the reporter are erased; null: not before the case is deleted.</param>
public sealed record RetentionRule(string Name, string? Tenant, string? Kind, string? Flow, int? DeleteAfterYears, int? EraseAfterYears)
{
    /// <summary>The more a rule names, the sooner it is the one that counts.</summary>
    internal int Weight => (Flow is null ? 0 : 4) + (Kind is null ? 0 : 2) + (Tenant is null ? 0 : 1);

    internal bool Covers(string tenant, string kind, string flow) => (Tenant ?? tenant) == tenant && (Kind ?? kind) == kind && (Flow ?? flow) == flow;

    /// <summary>The rule as people read it.</summary>
    public override string ToString() =>
        $"tenant {Tenant ?? "*"}, kind {Kind ?? "*"}, flow {Flow ?? "*"}: delete {Years(DeleteAfterYears)}, erase people {Years(EraseAfterYears)}";

    private static string Years(int? years) => years is { } count ? $"{count} years after closing" : "never";
}
