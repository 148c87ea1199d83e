using CaseFlow.Runtime.Directory;

namespace CaseFlow.Cli.Databases;

/// <summary>Whoever works at the database's machine may do what the tenant's admins may; what is recorded names the account of the machine.</summary>
internal static class Operator
{
    public static Reader Of(string tenant) => new(Environment.UserName, Environment.UserName, tenant, "", "", [Roles.Admin], []);
}
