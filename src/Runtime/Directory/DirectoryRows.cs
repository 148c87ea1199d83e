using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Directory;

/// <param name="Kind">district, street, community or grid.</param>
public sealed record UnitRow(string Code, string? Parent, string Path, string Kind, LocalText Name);

public sealed record TeamRow(string Unit, string Key, LocalText Name, int Members);

public sealed record StaffRow(string UserId, string DisplayName, string Unit, IReadOnlyList<string> Roles);
