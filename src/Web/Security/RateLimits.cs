using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseFlow.Web.Security;

/// <summary>How often one address may try what can be guessed or abused. Only posts count; looking at a page never does.</summary>
internal static class RateLimits
{
    /// <summary>Signing in: beside the lockout of the account, against many names from one place.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Number and follow code: against guessing.</summary>
    public const string Follow = "follow";

    /// <summary>New requests: against flooding.</summary>
    public const string Submit = "submit";

    private static readonly (string Name, int PerMinute)[] Table = [(SignIn, 10), (Follow, 20), (Submit, 20)];

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
        });
        foreach (var (name, perMinute) in Table)
            services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
                options.AddPolicy(name, context => OfPosts(context, configuration.GetValue($"Limits:{name}", perMinute))));
    }

    private static RateLimitPartition<string> OfPosts(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("reading");

    private static ValueTask SayWhen(OnRejectedContext context, CancellationToken cancel)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
