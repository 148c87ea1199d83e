using CaseFlow.Runtime.Storage.Records;
using CaseFlow.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.SignIn;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.Staff);

    // A form parameter makes the antiforgery token of the menu's form be checked.
    private static async Task<RedirectHttpResult> SignOutAsync([FromForm(Name = "_")] string? ignored, SignInManager<StaffUser> accounts)
    {
        await accounts.SignOutAsync();
        return TypedResults.LocalRedirect("/sign-in");
    }
}
