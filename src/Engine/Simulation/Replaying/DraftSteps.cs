using System.Collections.Immutable;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Simulation.Running;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Simulation.Replaying;

/// <summary>What a replay asks of the draft's elements, those of the flows it calls included.</summary>
internal sealed class DraftSteps
{
    private readonly ImmutableArray<FlowPackage> _packages;
    private readonly Dictionary<string, (Process Process, Element Element)> _elements = new(StringComparer.Ordinal);
    private readonly List<string> _optional = [];

    public DraftSteps(FlowPackage draft, IWorld world)
    {
        _packages = FlowClosure.Of(draft, world);
        foreach (var process in _packages.SelectMany(package => package.Processes.Values))
            foreach (var element in process.Elements)
                _elements.TryAdd(element.Id, (process, element));
    }

    public Element? Find(string elementId) => _elements.TryGetValue(elementId, out var found) ? found.Element : null;

    /// <summary>Steps an ad-hoc subprocess offers, each with its number.</summary>
    public IEnumerable<(long Number, string Id)> Offers(string scopeId)
    {
        var (process, scope) = _elements[scopeId];
        foreach (var id in scope.Entries.Select(index => process.Elements[index].Id))
        {
            if (!_optional.Contains(id)) _optional.Add(id);
            yield return (_optional.IndexOf(id), id);
        }
    }

    public string? Optional(long number) => number >= 0 && number < _optional.Count ? _optional[(int)number] : null;

    /// <summary>An activity whose answer nobody needs, or whose usual answer is known.</summary>
    public bool IsAnsweredByItself(string elementId) =>
        Find(elementId) is { } element && (element is { ResultVariable: null, Outputs.IsEmpty: true } || ActivityAnswers.Of(element.Activity?.Type) is not null);

    /// <summary>The usual answer of an activity the record knows nothing of.</summary>
    public FeelContext Assumed(string elementId)
    {
        var element = Find(elementId)!;
        var answer = element.ResultVariable is null ? null : ActivityAnswers.Of(element.Activity?.Type)?.Evaluate(new FeelScope(new Dictionary<string, FeelValue>(), default));
        return answer is null ? FeelContext.Empty : FeelContext.Empty.With(element.ResultVariable!, answer);
    }

    /// <summary>The recorded answer under the name the draft gives it.</summary>
    public CompleteJob Completion(JobState job, Answer answer)
    {
        if (Find(job.ElementId)?.ResultVariable is not { } variable) return new CompleteJob(answer.Actor, job.Key, answer.Values);
        var value = answer.Values.Find(variable) ?? (answer.Values.Entries is [var only] ? only.Value : answer.Values);
        return new CompleteJob(answer.Actor, job.Key, FeelContext.Empty, value);
    }

    /// <summary>Those of the values that the draft's form asks for; without a form, all.</summary>
    public FeelContext Fitting(string? form, FeelContext values, DateTimeOffset now)
    {
        if (form is null || _packages.Select(package => package.Forms.GetValueOrDefault(form)).FirstOrDefault(known => known is not null) is not { } definition) return values;
        var asked = new FeelContext([.. values.Entries.Where(entry => definition.Flat.Exists(field => field.Key == entry.Key))]);
        return new FeelContext([.. asked.Entries.Where(entry => !FormFields.IsHidden(definition.Flat.Find(field => field.Key == entry.Key)!, asked, now))]);
    }
}
