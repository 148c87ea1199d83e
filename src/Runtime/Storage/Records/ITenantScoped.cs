namespace CaseFlow.Runtime.Storage.Records;

/// <summary>A row of one tenant. A query without a <see cref="ReadScope"/> throws (see <see cref="CaseFlowDbContext"/>).</summary>
internal interface ITenantScoped
{
    string Tenant { get; }
}

/// <summary>A row of one tenant and unit: a reader sees those of the own unit and below.</summary>
internal interface ICaseScoped : ITenantScoped
{
    string UnitPath { get; }
}
