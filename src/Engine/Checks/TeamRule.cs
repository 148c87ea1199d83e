using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Checks;

/// <summary>Names of teams are words of letters, digits, dots, hyphens and underscores.</summary>
internal static class TeamRule
{
    public static void Check(Process process, CompileContext context)
    {
        foreach (var element in process.Elements)
            foreach (var team in (element.Action?.Teams ?? []).Append(element.UserTask?.Team ?? ""))
                if (team.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or '"'))
                    context.Problems.Warning("team-name", $"Expected the name of one team at {element.Id}, but found '{team}'.", element);
    }
}
