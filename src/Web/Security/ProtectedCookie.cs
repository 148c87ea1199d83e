using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace CaseFlow.Web.Security;

/// <summary>A small value that goes along in an encrypted cookie for a limited time, so that pages need no session on the server.</summary>
public sealed class ProtectedCookie<T>(IDataProtectionProvider protection, string name, string path, TimeSpan lifetime)
    where T : class
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("CaseFlow.Cookie", name).ToTimeLimitedDataProtector();

    public void Set(HttpContext context, T value) => context.Response.Cookies.Append(
        name,
        protector.Protect(JsonSerializer.Serialize(value), lifetime),
        new CookieOptions { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = path, MaxAge = lifetime, IsEssential = true });

    /// <summary>Null when there is none, it has expired, or somebody touched it.</summary>
    public T? Get(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } text) return null;
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(name, new CookieOptions { Path = path });
}
