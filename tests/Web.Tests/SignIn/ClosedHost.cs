using CaseFlow.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CaseFlow.Web.Tests.SignIn;

/// <summary>The site as it is installed: not a development machine, limits on.</summary>
public sealed class ClosedHost : WebHost
{
    protected override void Configure(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Limits:sign-in", "3");
        builder.UseSetting("Limits:follow", "3");
    }
}
