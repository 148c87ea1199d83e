using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Model;

namespace CaseFlow.Runtime.Publishing;

/// <summary>The files of a flow as one text with one hash.</summary>
internal static class FlowText
{
    /// <summary>
    /// A file we add at publication: process id to the flow version that calls of it mean. Without it a stored version would call whatever is newest
    /// when it is compiled again.
    /// </summary>
    private const string Pins = "callable.json";

    /// <summary>For a draft, which calls whatever is newest.</summary>
    public static readonly IReadOnlyDictionary<string, FlowRef> NoPins = new Dictionary<string, FlowRef>();

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, FlowRef> pins)
    {
        var all = new SortedDictionary<string, string>(files.ToDictionary(), StringComparer.Ordinal);
        all.Remove(Pins);
        if (pins.Count > 0)
            all[Pins] = JsonSerializer.Serialize(new SortedDictionary<string, FlowRef>(pins.ToDictionary(), StringComparer.Ordinal), Json);
        return JsonSerializer.Serialize(all, Json);
    }

    /// <summary>The files, without what publication added.</summary>
    public static Dictionary<string, string> Read(string text)
    {
        var files = All(text);
        files.Remove(Pins);
        return files;
    }

    public static Dictionary<string, FlowRef> ReadPins(string text) =>
        All(text).TryGetValue(Pins, out var pins) ? JsonSerializer.Deserialize<Dictionary<string, FlowRef>>(pins, Json)! : [];

    /// <summary>Lower-case hex.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Dictionary<string, string> All(string text) => JsonSerializer.Deserialize<Dictionary<string, string>>(text, Json)!;
}
