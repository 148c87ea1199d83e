using System.Collections.Concurrent;
using CaseFlow.Runtime.Intake;
using Microsoft.Extensions.Caching.Memory;

namespace CaseFlow.Web.Residents;

/// <summary>
/// A form sent twice (a double click, the back button) is one request. The second post gets the first one's outcome, follow code included;
/// on another node or after a restart the runtime still knows the form's key and starts nothing twice.
/// </summary>
public sealed class SubmittedRequests(IMemoryCache recent)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, Lazy<Task<IntakeOutcome>>> underWay = new(StringComparer.Ordinal);

    public async Task<IntakeOutcome> OnceAsync(string key, Func<Task<IntakeOutcome>> submit)
    {
        if (recent.TryGetValue(CacheKey(key), out IntakeOutcome? known)) return known!;
        var only = underWay.GetOrAdd(key, _ => new Lazy<Task<IntakeOutcome>>(submit));
        try
        {
            var outcome = await only.Value;
            if (outcome is Received) recent.Set(CacheKey(key), outcome, Kept);
            return outcome;
        }
        finally
        {
            underWay.TryRemove(KeyValuePair.Create(key, only));
        }
    }

    private static string CacheKey(string key) => $"request {key}";
}
