using System.Globalization;
using CaseFlow.Designer.Resources;
using CaseFlow.Engine.Model;
using Microsoft.Extensions.Localization;

namespace CaseFlow.Designer.Trials;

/// <summary>A step of a trial run, in plain words.</summary>
public sealed class TrialWords(IStringLocalizer<DesignerText> text, DrawnFlow flow)
{
    /// <summary>For instance "“Register” is done; by “Yes”; then at “Second look”".</summary>
    public string Of(TrialStep step)
    {
        List<string> parts = [Happening(step)];
        if (step.Chosen.Length > 0) parts.Add(text["Trial.Chosen", Names(step.Chosen)]);
        if (Stands(step) is { Count: > 0 } stands) parts.Add(text["Trial.Live", Names(stands)]);
        if (step.Waiting.Length > 0) parts.Add(text["Trial.Waiting", Names(step.Waiting.Select(id => flow.TargetOf(id) ?? id))]);
        if (step.Live.Length == 0 && step.Waiting.Length == 0) parts.Add(text["Trial.Nothing"]);
        return string.Join(text["Trial.Join"], parts);
    }

    /// <summary>Where the case stands after the step, without the scopes around it.</summary>
    public IReadOnlyList<string> Stands(TrialStep step) => [.. step.Live.Where(id => !step.Live.Any(inner => flow.IsWithin(inner, id)))];

    private string Happening(TrialStep step)
    {
        var happening = text["Trial." + step.Kind, NameOf(step.ElementId)].Value;
        return step is { Kind: TrialStepKind.Error, Detail: { Length: > 0 } detail } ? happening + text["Trial.Detail", detail] : happening;
    }

    private string Names(IEnumerable<string> ids) => string.Join(text["Trial.Names"], ids.Distinct().Select(NameOf));

    private string NameOf(string id) => flow.NameOf(id)?.In(CultureInfo.CurrentUICulture.Name) ?? id;
}
