using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<Problem> _problems = [];

    public string File => file;

    public IReadOnlyList<Problem> All => _problems;

    public bool HasErrors => _problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(string rule, string message, XElement place) => Add(ProblemSeverity.Error, rule, message, place.Line(), IdOf(place));

    public void Warning(string rule, string message, XElement place) => Add(ProblemSeverity.Warning, rule, message, place.Line(), IdOf(place));

    public void Error(string rule, string message, Element place) => Add(ProblemSeverity.Error, rule, message, place.Line, place.Id);

    public void Warning(string rule, string message, Element place) => Add(ProblemSeverity.Warning, rule, message, place.Line, place.Id);

    /// <param name="steps">The shortest trial run that shows it.</param>
    public void Error(string rule, string message, Element place, ImmutableArray<TrialStep> steps) =>
        _problems.Add(new Problem(ProblemSeverity.Error, rule, message, file, place.Line, place.Id) { Steps = steps });

    public void Warning(string rule, string message, Element place, ImmutableArray<TrialStep> steps) =>
        _problems.Add(new Problem(ProblemSeverity.Warning, rule, message, file, place.Line, place.Id) { Steps = steps });

    public void Add(ProblemSeverity severity, string rule, string message, int line, string? elementId) =>
        _problems.Add(new Problem(severity, rule, message, file, line, elementId));

    /// <summary>The element's id, or that of the nearest element around it that has one.</summary>
    private static string? IdOf(XElement place) =>
        place.AncestorsAndSelf().Where(element => element.Name.Namespace != BpmnXml.CaseFlow).Select(element => element.Id()).FirstOrDefault(id => id is not null);
}
