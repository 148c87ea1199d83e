using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Which closed-loop rules hold for a process, and what its steps are in the loop.</summary>
internal static class ClosedLoopReader
{
    private static readonly char[] Separators = [' ', ','];

    /// <param name="closures">Closure types of all processes of the file: an end event may name any of them.</param>
    public static ClosedLoopRules Rules(XElement process, IEnumerable<XElement> closures, ProblemList problems)
    {
        if (process.Extension("closedLoop") is not { } loop) return ClosedLoopRules.Off;
        var without = closures.SelectMany(closure => Words(closure, "without", problems, "evaluation", "answer").Select(word => (Word: word, Id: closure.Id() ?? ""))).ToLookup(pair => pair.Word, pair => pair.Id);
        return new ClosedLoopRules(
            loop.Flag("evaluation", false), loop.Flag("clock", false), loop.Flag("callBack", false), loop.Flag("returnGround", false), loop.Flag("holdReview", false),
            [.. without["evaluation"]], [.. without["answer"]]);
    }

    public static LoopSteps Steps(XElement element, ProblemList problems)
    {
        var steps = LoopSteps.None;
        if (element.Extension("loopStep") is not { } step) return steps;
        foreach (var word in Words(step, "as", problems, "handling", "answer", "call-back"))
            steps |= word switch
            {
                "handling" => LoopSteps.Handling,
                "answer" => LoopSteps.Answer,
                _ => LoopSteps.CallBack,
            };
        return steps;
    }

    private static ImmutableArray<string> Words(XElement place, string attribute, ProblemList problems, params string[] known)
    {
        var words = (place.Attr(attribute) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Except(known))
            problems.Error("attribute-value", $"Expected {attribute} to hold some of {string.Join(", ", known)}, but found '{word}'.", place);
        return [.. words.Intersect(known)];
    }
}
