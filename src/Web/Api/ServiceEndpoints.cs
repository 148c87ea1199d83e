using CaseFlow.Runtime.Intake;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CaseFlow.Web.Api;

/// <summary>What can be asked for, with the form of each.</summary>
internal static class ServiceEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder api)
    {
        var services = api.MapGroup("/services").AllowAnonymous();
        services.MapGet("", ListAsync);
        services.MapGet("/{key}", FindAsync);
    }

    private static async Task<Ok<ServiceJson[]>> ListAsync(IntakeDesk desk, IOptions<OfficeOptions> office, CancellationToken cancel) =>
        TypedResults.Ok((await desk.ServicesAsync(office.Value.Tenant, cancel)).Select(ServiceJson.Of).ToArray());

    private static async Task<Results<Ok<ServiceJson>, ProblemHttpResult>> FindAsync(string key, IntakeDesk desk, IOptions<OfficeOptions> office, CancellationToken cancel) =>
        (await desk.ServicesAsync(office.Value.Tenant, cancel)).FirstOrDefault(service => service.FlowKey == key) is { } found
            ? TypedResults.Ok(ServiceJson.Of(found))
            : TypedResults.Problem($"Expected a service, but there is no {key}.", statusCode: StatusCodes.Status404NotFound);

    private sealed record ServiceJson(string Key, int Version, string Kind, string Name, string? Description, IReadOnlyList<FieldJson> Fields)
    {
        public static ServiceJson Of(ServiceRow service) =>
            new(service.FlowKey, service.Version, service.Kind, service.Name.Here(), service.Description?.Here(), FieldJson.Of(service.Form));
    }
}
