using System.Text.Json.Nodes;

namespace CaseFlow.Activities;

/// <summary>One run of an activity.</summary>
/// <param name="Key">Idempotency key: the same for every run of this attempt.</param>
/// <param name="Settings">The element's settings, their expressions worked out.</param>
/// <param name="Variables">What the element sees of the case.</param>
public sealed record ActivityCall(string Key, string Tenant, Guid CaseId, JsonObject Settings, JsonObject Variables)
{
    /// <summary>A setting as text; null when it is absent, null or empty.</summary>
    public string? Text(string setting) => Settings[setting] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text.Length == 0 ? null : text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    /// <exception cref="SettingException">It is absent, null or empty.</exception>
    public string RequiredText(string setting) =>
        Text(setting) ?? throw new SettingException($"Expected the setting '{setting}' to be a text, but it is {Settings[setting]?.ToJsonString() ?? "null"}.");

    /// <summary>A setting as a whole number.</summary>
    public int Number(string setting, int otherwise) =>
        Settings[setting] is JsonValue value && value.TryGetValue(out decimal number) ? (int)number : int.TryParse(Text(setting), out var typed) ? typed : otherwise;

    /// <summary>A variable of the case as text.</summary>
    public string? Variable(string name) => Variables[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
