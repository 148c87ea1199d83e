using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>One scope of a random model: its elements and sequence flows.</summary>
internal sealed class Graph
{
    public List<Node> Nodes { get; } = [];

    public List<Edge> Edges { get; } = [];

    public IEnumerable<Graph> All() => Nodes.Select(node => node.Graph).OfType<Graph>().SelectMany(graph => graph.All()).Prepend(this);

    public List<Edge> From(Node node) => [.. Edges.Where(edge => edge.From == node)];

    public void Write(StringBuilder xml)
    {
        foreach (var node in Nodes) Write(xml, node);
        foreach (var edge in Edges)
        {
            var condition = HasCondition(edge) ? $"<conditionExpression>{edge.Variable}</conditionExpression>" : "";
            xml.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id=\"{edge.Id}\" sourceRef=\"{edge.From.Id}\" targetRef=\"{edge.To.Id}\">{condition}</sequenceFlow>\n");
        }
    }

    /// <summary>The first flow out of a gateway that chooses is its default.</summary>
    public bool HasCondition(Edge edge) =>
        edge.From.Kind is "exclusiveGateway" or "inclusiveGateway" && From(edge.From) is { Count: > 1 } ways && ways[0] != edge;

    private void Write(StringBuilder xml, Node node)
    {
        var kind = node.Kind.Split(' ')[0];
        var byDefault = node.Kind is "exclusiveGateway" or "inclusiveGateway" && From(node) is { Count: > 1 } ways ? $" default=\"{ways[0].Id}\"" : "";
        xml.Append(CultureInfo.InvariantCulture, $"<{kind} id=\"{node.Id}\"{byDefault}{node.Attributes}>{node.Inside}");
        node.Graph?.Write(xml);
        xml.Append(CultureInfo.InvariantCulture, $"</{kind}>\n");
    }
}
