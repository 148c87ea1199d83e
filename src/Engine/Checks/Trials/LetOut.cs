using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Errors and escalations that a process throws and does not catch itself: what a call activity may see of it.</summary>
/// <param name="find">The process a call names; null when it is not known.</param>
internal sealed class LetOut(Func<CallDefinition, Process?> find)
{
    private const int Deepest = 10;

    public IReadOnlyList<string?> Errors(CallDefinition call) => Of(call, 0, ThrownErrors, Catches.Errors);

    public IReadOnlyList<string?> Escalations(CallDefinition call) => Of(call, 0, ThrownEscalations, Catches.Escalations);

    private List<string?> Of(
        CallDefinition call, int depth, Func<Element, IEnumerable<string?>> thrown, Func<Process, Element, IEnumerable<string?>> caught)
    {
        if (depth > Deepest || find(call) is not { } process) return [];
        return [.. process.Elements
            .SelectMany(element => (element.Call is { } inner ? Of(inner, depth + 1, thrown, caught) : thrown(element)).Select(code => (element, code)))
            .Where(found => !Catches.Any(caught(process, found.element), found.code))
            .Select(found => found.code).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string?> ThrownErrors(Element element) =>
        element.Kind == ElementKind.ErrorEndEvent ? [((ErrorDefinition)element.Event!).Code] : [];

    private static IEnumerable<string?> ThrownEscalations(Element element) =>
        element.Kind is ElementKind.EscalationEndEvent or ElementKind.EscalationThrowEvent ? [((EscalationDefinition)element.Event!).Code] : [];
}
