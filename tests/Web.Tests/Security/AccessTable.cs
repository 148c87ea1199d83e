using System.Text;
using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Security;

/// <summary>One row of docs/access.md: an address, how it is called, and who may.</summary>
internal sealed record AccessRow(string Address, string Methods, string Policy, IReadOnlyList<string> Roles)
{
    public const string Everybody = "everybody";

    public bool IsFor(string? role) => Policy == Everybody || (role is not null && Roles.Contains(role));

    public override string ToString() => $"| `{Address}` | {Methods} | {Policy} | {(Policy == Everybody ? "" : string.Join(", ", Roles))} |";

    public static AccessRow Parse(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return new AccessRow(cells[1].Trim('`'), cells[2], cells[3], cells[4].Split(", ", StringSplitOptions.RemoveEmptyEntries));
    }
}

internal static class AccessTable
{
    public const string File = "docs/access.md";

    private const string Head = """
        # Who may use what

        Every page and endpoint with its policy (`src/Web/Security/Policies.cs`). What is not listed does not exist; what names no policy is shut.
        The test `AccessTests` writes this table from the running site when `CASEFLOW_WRITE_DOCS=1`, compares it otherwise, and walks each row as every role.

        | address | methods | policy | roles |
        |---|---|---|---|

        """;

    public static string Write(WebHost host)
    {
        var text = new StringBuilder(Head);
        foreach (var row in Rows(host)) text.Append(row).Append('\n');
        return text.ToString();
    }

    public static IEnumerable<AccessRow> Read() =>
        RepositoryFiles.Read(File).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(AccessRow.Parse);

    private static IEnumerable<AccessRow> Rows(WebHost host)
    {
        var policies = host.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        return host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !IsFile(endpoint))
            .Select(endpoint => Row(endpoint, policies)).Distinct().OrderBy(row => row.Address, StringComparer.Ordinal).ThenBy(row => row.Methods, StringComparer.Ordinal)
            .DistinctBy(row => row.ToString());
    }

    // Style sheets, scripts and pictures; the second is how a development machine serves those added since the build.
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText is "{**path:file}" or "/{**path:file}";

    private static AccessRow Row(RouteEndpoint endpoint, IAuthorizationPolicyProvider policies)
    {
        var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var methods = string.Join(", ", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>());
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return new AccessRow(address, methods, AccessRow.Everybody, []);
        var policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is [.., { Policy: { } name }] ? name : "none: shut";
        var roles = policies.GetPolicyAsync(policy).Result?.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles) ?? [];
        return new AccessRow(address, methods, policy, [.. Roles.All.Where(roles.Contains)]);
    }
}
