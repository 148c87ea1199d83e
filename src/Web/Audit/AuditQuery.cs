using System.Globalization;
using CaseFlow.Runtime.Queries;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Audit;

/// <summary>What the address says the audit page is to show.</summary>
/// <param name="From">First day, of the office's calendar.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Acts">What people did that belongs to no case.</param>
public sealed record AuditQuery(bool Readings = false, string? Number = null, string? ActorId = null, string? Type = null, DateOnly? From = null, DateOnly? To = null, bool Acts = false)
{
    public AuditFilter Filter(OfficeTime time) => new(
        Number, ActorId, Type, From is { } from ? time.StartOf(from) : null, To is { } to ? time.StartOf(to.AddDays(1)) : null);

    public string Address(NavigationManager navigation) => navigation.GetUriWithQueryParameters("audit", new Dictionary<string, object?>
    {
        ["tab"] = Readings ? "readings" : Acts ? "acts" : null,
        ["number"] = Number,
        ["actor"] = ActorId,
        ["type"] = Type,
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
