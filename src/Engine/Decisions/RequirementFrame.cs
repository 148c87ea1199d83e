using System.Collections.Immutable;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions;

/// <summary>What an element's logic can read: the elements it requires, evaluated when first read, and nothing else. A knowledge model sees itself: it may recurse.</summary>
internal sealed class RequirementFrame(GraphElement element, GraphRun run) : Frame
{
    public override FeelValue? Find(string name)
    {
        if (element is KnowledgeElement && element.Name == name) return run.ValueOf(element);
        foreach (var requirement in element.Requirements)
        {
            if (requirement.Import is null)
            {
                if (requirement.Target.Name == name) return run.ValueOf(requirement.Target);
            }
            else if (requirement.Import == name)
                return Imported(name);
        }
        return null;
    }

    private FeelContext Imported(string import)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, FeelValue>>();
        foreach (var requirement in element.Requirements)
            if (requirement.Import == import)
                entries.Add(new(requirement.Target.Name, run.Within(import).ValueOf(requirement.Target)));
        return new FeelContext(entries.ToImmutable());
    }
}
