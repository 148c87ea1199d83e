using System.Collections.Immutable;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Reads a flow's files, compiles them and runs every publication check.</summary>
public static class FlowReader
{
    /// <param name="flow">The key and version the package will have.</param>
    /// <param name="files">Name to text: <c>*.bpmn</c>, <c>*.dmn</c>, <c>*.form.json</c>; others are ignored.</param>
    /// <param name="callable">Published flows that call activities may name, by process id.</param>
    public static FlowReadResult Read(
        FlowRef flow, IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, FlowPackage>? callable = null) =>
        throw new NotImplementedException();
}

/// <param name="Package">Null when a problem is an error.</param>
public sealed record FlowReadResult(FlowPackage? Package, ImmutableArray<Problem> Problems);
