using System.Text.RegularExpressions;

namespace CaseFlow.Runtime.Publishing;

/// <summary>Finds which processes a flow's call activities name, before anything is compiled.</summary>
internal static partial class CalledProcesses
{
    public static HashSet<string> In(IReadOnlyDictionary<string, string> files) =>
        [.. files.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .SelectMany(file => Called().Matches(file.Value)).Select(match => match.Groups["id"].Value)];

    /// <summary>Ids of the processes that the files define.</summary>
    public static IEnumerable<string> DefinedIn(IReadOnlyDictionary<string, string> files) =>
        files.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .SelectMany(file => Defined().Matches(file.Value)).Select(match => match.Groups["id"].Value);

    [GeneratedRegex("""\bcalledElement\s*=\s*["'](?:[\w.-]+:)?(?<id>[^"']+)["']""")]
    private static partial Regex Called();

    [GeneratedRegex("""<(?:[\w.-]+:)?process\b[^>]*?\bid\s*=\s*["'](?<id>[^"']+)["']""")]
    private static partial Regex Defined();
}
