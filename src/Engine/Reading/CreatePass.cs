using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>First pass: one element for each that runs, a scope before its children.</summary>
internal static class CreatePass
{
    public static ProcessDraft Run(XElement process, ISet<string> ids, ProblemList problems)
    {
        var draft = new ProcessDraft(process);
        var id = Id(process, ids, problems);
        var root = draft.Add(new Element { Index = 0, Id = id, Kind = ElementKind.Process, Name = process.Name(), Line = process.Line() }, process);
        AddChildren(draft, process, root, ids, problems);
        return draft;
    }

    private static void AddChildren(ProcessDraft draft, XElement scope, int parent, ISet<string> ids, ProblemList problems)
    {
        foreach (var child in scope.Elements().Where(KindReader.IsFlowElement))
        {
            if (KindReader.Read(child, problems) is not { } kind)
            {
                draft.Refused.UnionWith(child.DescendantsAndSelf().Select(inner => inner.Id()).OfType<string>());
                continue;
            }

            var index = draft.Add(
                new Element
                {
                    Index = draft.Elements.Count,
                    Id = Id(child, ids, problems),
                    Kind = kind,
                    Name = child.Name(),
                    Line = child.Line(),
                    Parent = parent,
                },
                child);
            draft.Change(parent, element => element with { Children = element.Children.Add(index) });
            if (kind.IsScope()) AddChildren(draft, child, index, ids, problems);
        }
    }

    private static string Id(XElement element, ISet<string> ids, ProblemList problems)
    {
        var id = element.Id();
        if (string.IsNullOrWhiteSpace(id))
        {
            problems.Error("missing-id", $"Expected an id on {element.Name.LocalName}, but it has none.", element);
            id = $"{element.Name.LocalName}-line-{element.Line()}";
        }

        if (!ids.Add(id)) problems.Error("duplicate-id", $"Expected every id once, but {id} is on a second element.", element);
        return id;
    }
}
