namespace CaseFlow.Runtime.Storage;

/// <summary>Whose rows a context may read: a tenant's, and within it those of a unit and below.</summary>
/// <param name="UnitPath">The unit's path, ending in a slash; empty: every unit of the tenant.</param>
internal sealed record ReadScope(string Tenant, string UnitPath)
{
    /// <summary>Every unit of the tenant: for reads that the system makes for itself.</summary>
    public static ReadScope Whole(string tenant) => new(tenant, "");

    /// <summary>Every path in scope is at least this.</summary>
    public string From => UnitPath;

    /// <summary>Every path in scope is below this: <c>0</c> is the character after the slash.</summary>
    public string Before => UnitPath.Length == 0 ? "\uffff" : string.Concat(UnitPath.AsSpan(0, UnitPath.Length - 1), "0");
}
