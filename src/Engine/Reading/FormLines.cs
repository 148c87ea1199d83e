using System.Text;
using System.Text.Json;

namespace CaseFlow.Engine.Reading;

/// <summary>The lines on which a form's fields have their keys.</summary>
internal sealed class FormLines
{
    private readonly Dictionary<string, Queue<int>> _lines = new(StringComparer.Ordinal);

    /// <param name="json">Well-formed JSON.</param>
    public FormLines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        int line = 1, counted = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("key") || !reader.Read() || reader.TokenType != JsonTokenType.String) continue;
            line += bytes.AsSpan(counted, (int)reader.TokenStartIndex - counted).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            var key = reader.GetString()!;
            if (!_lines.TryGetValue(key, out var lines)) _lines[key] = lines = new Queue<int>();
            lines.Enqueue(line);
        }
    }

    /// <summary>The line of the next field with this key, 1-based; 0 when there is none.</summary>
    public int Next(string? key) => key is not null && _lines.TryGetValue(key, out var lines) && lines.TryDequeue(out var line) ? line : 0;
}
