using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Runtime.Running;

/// <summary>A command's name as the events it causes carry it: <c>complete-task</c>.</summary>
internal static partial class CommandNames
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

#pragma warning disable CA1308 // These names are lower case.
    public static string Of(Command command) => Known.GetOrAdd(command.GetType(), type => Word().Replace(type.Name, "-$0").ToLowerInvariant());
#pragma warning restore CA1308

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Word();
}
