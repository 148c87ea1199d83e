using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;

namespace CaseFlow.Web.SignIn;

/// <summary>
/// What somebody had typed when it turned out that their session had ended: kept for half an hour, in memory, and given back once
/// they are signed in again. Files are not kept.
/// </summary>
public sealed class KeptForms : IDisposable
{
    /// <summary>Name of the query parameter that asks for it back.</summary>
    public const string Query = "kept";

    private const long Longest = 256 * 1024;
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(30);

    // Bounded: whoever sends forms without a session must not fill the memory.
    private readonly MemoryCache forms = new(new MemoryCacheOptions { SizeLimit = 200 });

    /// <summary>The address to come back to, with what was typed when it could be kept.</summary>
    public async Task<string> KeepAsync(HttpRequest request)
    {
        var here = request.PathBase + request.Path + request.QueryString;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > Longest) return here;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var typed = await request.ReadFormAsync();
        forms.Set(token, new FormCollection(typed.ToDictionary(field => field.Key, field => field.Value)), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Time });
        return request.PathBase + request.Path + QueryString.Create(Query, token);
    }

    /// <summary>Null when nothing is kept for this request.</summary>
    public IFormCollection? Find(HttpRequest request) =>
        request.Query[Query] is [{ Length: > 0 } token] ? forms.Get<FormCollection>(token) : null;

    public void Dispose() => forms.Dispose();
}
