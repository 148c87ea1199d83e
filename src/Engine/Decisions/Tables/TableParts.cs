using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Decisions.Tables;

/// <summary>An input column.</summary>
internal sealed record InputColumn(string Label, Node Expression, FeelType Type, TestNode? Allowed);

/// <summary>An output column. Its listed values give the order of PRIORITY and OUTPUT ORDER.</summary>
internal sealed record OutputColumn(string Name, FeelType Type, FeelValue[] Order, Node? Default);

internal sealed record TableRule(FiredRule Id, TestNode[] Inputs, Node[] Outputs);
