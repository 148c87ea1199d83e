using CaseFlow.Engine.Forms;
using CaseFlow.Engine.Model;

namespace CaseFlow.Web.Components.Forms;

/// <summary>Options under one heading of a list, such as the grids of a community.</summary>
/// <param name="Name">Null: no heading.</param>
public sealed record ChoiceGroup(LocalText? Name, IReadOnlyList<FormOption> Options);
