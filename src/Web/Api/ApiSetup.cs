using CaseFlow.Runtime.Storage;

namespace CaseFlow.Web.Api;

/// <summary>The REST interface, version 1: what pages can do, for programs. Refusals are problem details (RFC 9457).</summary>
internal static class ApiSetup
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = Explain)
        .ConfigureHttpJsonOptions(options =>
        {
            // A body without a field that is needed is the caller's slip (400), not a null to stumble over.
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
        });

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root);
        api.MapServices();
        api.MapRequests();
        api.MapFollow();
        api.MapSession();
        api.MapTasks();
        api.MapCases();
    }

    /// <summary>Failures of ours are 500, a database that is away is 503, and neither says anything of its inside; slips of the caller are 400 and say what.</summary>
    public static void UseApiErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when StorageFaults.IsUnavailable(failure) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Explain(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException bad) context.ProblemDetails.Detail = bad.Message;
    }

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
