namespace CaseFlow.Engine.Cases;

/// <summary>What is known of a case from the first moment, beside its variables.</summary>
/// <param name="Number">The public number, e.g. <c>261122-00017</c>.</param>
/// <param name="Tenant">The tenant's key.</param>
/// <param name="Kind">complaint, enquiry, suggestion, need or project.</param>
/// <param name="Channel">How it came: web, phone, window, grid, station, party-line, self-government-line, social-organisation-line, import, api, case.</param>
/// <param name="ReporterId">Person id of the resident who asked; null when nobody is to be told.</param>
/// <param name="ReceivedAt">When the need was first received; clocks run from here (import: the original time).</param>
public sealed record CaseFacts(
    string Number, string Tenant, string Kind, string Channel, string? ReporterId, DateTimeOffset ReceivedAt);
