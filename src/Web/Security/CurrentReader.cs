using System.Security.Claims;
using CaseFlow.Runtime.Directory;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components.Authorization;

namespace CaseFlow.Web.Security;

/// <summary>The signed-in person as <see cref="Reader"/>: for pages through the authentication state, for endpoints through the request's user.</summary>
internal sealed class CurrentReader(AuthenticationStateProvider state, UnitDirectory directory)
{
    /// <summary>Null when nobody is signed in, or the account was removed or disabled since.</summary>
    public async Task<Reader?> FindAsync() => await FindAsync((await state.GetAuthenticationStateAsync()).User);

    public async Task<Reader?> FindAsync(ClaimsPrincipal user, CancellationToken cancel = default) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await directory.ReaderAsync(id, cancel) : null;

    public async Task<string> UnitNameAsync(Reader reader) =>
        (await directory.UnitsAsync(reader.Tenant)).FirstOrDefault(unit => unit.Code == reader.UnitCode)?.Name.Here() ?? reader.UnitCode;
}
