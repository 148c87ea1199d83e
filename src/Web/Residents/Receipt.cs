using CaseFlow.Engine.Model;
using CaseFlow.Runtime.Intake;

namespace CaseFlow.Web.Residents;

/// <summary>What a receipt shows. It goes along in an encrypted cookie: the follow code is stored nowhere else.</summary>
/// <param name="FollowCode">Null when the same request had been received before; the code was shown then.</param>
public sealed record Receipt(string Number, string? FollowCode, LocalText Service, IReadOnlyList<Promise> Promises, DateTimeOffset At);

/// <summary>Number and code of the case a resident has open.</summary>
public sealed record FollowTicket(string Number, string Code);
