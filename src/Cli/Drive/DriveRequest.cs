using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cli.Drive;

/// <summary>One line's object, with its fields read as what they have to be.</summary>
internal readonly record struct DriveRequest(JsonElement Root)
{
    public string Text(string name) => OptionalText(name) ?? throw new DriveFault($"Expected a text '{name}', but there is none.");

    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new DriveFault($"Expected '{name}' to be a text."),
    };

    public string File(string name) => OptionalFile(name) ?? throw new DriveFault($"Expected a file '{name}', but there is none.");

    public string? OptionalFile(string name) => OptionalText(name) switch
    {
        { } path when path.Contains('\0', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(path) => throw new DriveFault($"Expected '{name}' to be the path of a file."),
        var path => path,
    };

    public bool Flag(string name) => Find(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new DriveFault($"Expected '{name}' to be true or false."),
    };

    public int? OptionalNumber(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw new DriveFault($"Expected '{name}' to be a whole number."),
    };

    /// <summary>An object of named values; empty when the field is left out.</summary>
    public FeelContext Values(string name) => Find(name) switch
    {
        null => FeelContext.Empty,
        { ValueKind: JsonValueKind.Object } values => (FeelContext)FeelJson.Read(values),
        _ => throw new DriveFault($"Expected '{name}' to be an object of named values."),
    };

    /// <summary>The field, or null when it is left out or null.</summary>
    public JsonElement? Find(string name) =>
        Root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
