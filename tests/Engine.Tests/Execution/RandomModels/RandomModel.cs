using System.Text;

namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>
/// A random process of every kind of element that moves tokens. It is drawn in blocks and then spoilt: gateways change their kind, flows
/// are added or led elsewhere. So unsound models are about as common as sound ones.
/// </summary>
internal sealed class RandomModel
{
    private const string Root = """
        <message id="m" name="M" /><error id="e" errorCode="E" /><escalation id="x" escalationCode="X" />
        """;

    private readonly Random _random;
    private readonly Graph _main = new();
    private readonly Graph _called = new();
    private readonly bool _isDrawingCalled;
    private int _nodes;
    private int _edges;

    public RandomModel(int seed)
    {
        _random = new Random(seed);
        Scope(_main, 3, false);
        _isDrawingCalled = true;
        Scope(_called, 1, false);
        for (var spoils = Math.Max(0, _random.Next(-2, 4)); spoils > 0; spoils--) Spoil();
    }

    /// <summary>Variables that conditions read.</summary>
    public IEnumerable<string> Variables => Graphs.SelectMany(graph => graph.Edges.Where(graph.HasCondition)).Select(edge => edge.Variable);

    /// <summary>Flows with a condition, by id.</summary>
    public IEnumerable<Edge> Conditional => Graphs.SelectMany(graph => graph.Edges.Where(graph.HasCondition));

    /// <summary>Ids of call activities. A called process may need no step of its own.</summary>
    public IEnumerable<string> Calls => Graphs.SelectMany(graph => graph.Nodes).Where(node => node.Kind == "callActivity").Select(node => node.Id);

    /// <summary>The flows out of each exclusive gateway.</summary>
    public IEnumerable<IReadOnlyList<string>> Choosing =>
        from graph in Graphs from node in graph.Nodes where node.Kind == "exclusiveGateway" select graph.From(node).Select(edge => edge.Id).ToList();

    /// <summary>Ids of the joins in scopes without loops and without paths beside.</summary>
    public IReadOnlySet<string> JoinsThatCanFireOnce =>
        Graphs.Where(graph => !HasLoop(graph) && !HasSidePaths(graph)).SelectMany(graph => graph.Nodes).Where(node => node.Kind is "parallelGateway" or "inclusiveGateway").Select(node => node.Id).ToHashSet();

    public (string Name, string Text) File
    {
        get
        {
            var xml = new StringBuilder();
            _main.Write(xml);
            var called = new StringBuilder("<process id=\"q\" isExecutable=\"true\">");
            _called.Write(called);
            return Given.Files(xml.ToString(), called.Append("</process>").Append(Root).ToString());
        }
    }

    private IEnumerable<Graph> Graphs => _main.All().Concat(_called.All());

    private void Scope(Graph graph, int depth, bool mayThrow)
    {
        var last = Block(graph, Block(graph, Add(graph, "startEvent"), depth, mayThrow), depth - 1, mayThrow);
        Join(graph, last, End(graph, mayThrow));
        if (_random.Next(6) == 0) EventSubprocess(graph);
    }

    private Node Block(Graph graph, Node from, int depth, bool mayThrow) => (depth <= 0 ? _random.Next(5) : _random.Next(20)) switch
    {
        0 or 1 => After(graph, from, Add(graph, "userTask")),
        2 => After(graph, from, Add(graph, "serviceTask")),
        3 => After(graph, from, Add(graph, "task")),
        4 => After(graph, from, Waiting(graph, false)),
        5 or 6 or 7 => Block(graph, Block(graph, from, depth - 1, mayThrow), depth - 1, mayThrow),
        8 or 9 => Split(graph, from, "exclusiveGateway", depth, mayThrow),
        10 or 11 => Split(graph, from, "parallelGateway", depth, mayThrow),
        12 => Split(graph, from, "inclusiveGateway", depth, mayThrow),
        13 => Loop(graph, from, depth, mayThrow),
        14 => WithBoundary(graph, After(graph, from, Subprocess(graph, depth)), "error"),
        15 => WithBoundary(graph, After(graph, from, Add(graph, "userTask")), _random.Next(2) == 0 ? "timer" : "message"),
        16 => WithBoundary(graph, After(graph, from, Subprocess(graph, depth)), _random.Next(2) == 0 ? "escalation" : "timer"),
        17 => After(graph, from, Add(graph, "userTask", Repeats())),
        18 => EventGateway(graph, from),
        _ => After(graph, from, _random.Next(2) == 0 && !_isDrawingCalled ? Add(graph, "callActivity", "", " calledElement=\"q\"") : AdHoc(graph)),
    };

    private Node Split(Graph graph, Node from, string kind, int depth, bool mayThrow)
    {
        var (split, join) = (After(graph, from, Add(graph, kind)), Add(graph, kind));
        for (var branches = _random.Next(2, 4); branches > 0; branches--)
        {
            var last = Block(graph, split, depth - 2, mayThrow);
            Join(graph, last, branches > 1 && kind == "exclusiveGateway" && _random.Next(5) == 0 ? End(graph, mayThrow) : join);
        }

        return join;
    }

    private Node Loop(Graph graph, Node from, int depth, bool mayThrow)
    {
        var merge = After(graph, from, Add(graph, "exclusiveGateway"));
        var gate = After(graph, Block(graph, merge, depth - 1, mayThrow), Add(graph, "exclusiveGateway"));
        var on = Add(graph, "userTask");
        Join(graph, gate, on);
        Join(graph, gate, merge);
        return on;
    }

    private Node Subprocess(Graph graph, int depth)
    {
        var within = new Graph();
        Scope(within, Math.Min(depth - 1, 1), true);
        return Add(graph, new Node(Id(), "subProcess", _random.Next(6) == 0 ? Repeats() : "") { Graph = within });
    }

    private Node AdHoc(Graph graph)
    {
        var within = new Graph();
        Add(within, "userTask");
        Add(within, "userTask");
        return Add(graph, new Node(Id(), "adHocSubProcess") { Graph = within });
    }

    private Node WithBoundary(Graph graph, Node host, string kind)
    {
        var interrupts = kind == "error" || _random.Next(2) == 0;
        var boundary = Add(graph, new Node(Id(), "boundaryEvent", Definition(kind), $" attachedToRef=\"{host.Id}\" cancelActivity=\"{(interrupts ? "true" : "false")}\"") { IsFixed = true });
        var handled = After(graph, boundary, Add(graph, _random.Next(2) == 0 ? "userTask" : "task"));
        if (!interrupts || _random.Next(4) == 0)
        {
            Join(graph, handled, Add(graph, "endEvent"));
            return host;
        }

        var merge = After(graph, host, Add(graph, "exclusiveGateway"));
        Join(graph, handled, merge);
        return merge;
    }

    private Node EventGateway(Graph graph, Node from)
    {
        var gateway = After(graph, from, Add(graph, "eventBasedGateway"));
        var merge = Add(graph, "exclusiveGateway");
        for (var events = 2; events > 0; events--) Join(graph, After(graph, gateway, Waiting(graph, true)), merge);
        return merge;
    }

    private Node Waiting(Graph graph, bool isFixed) =>
        Add(graph, new Node(Id(), "intermediateCatchEvent", Definition(_random.Next(2) == 0 ? "timer" : "message")) { IsFixed = isFixed });

    private void EventSubprocess(Graph graph)
    {
        var within = new Graph();
        var interrupts = _random.Next(2) == 0 ? "true" : "false";
        var start = Add(within, "startEvent", Definition(_random.Next(2) == 0 ? "timer" : "message"), $" isInterrupting=\"{interrupts}\"");
        Join(within, Block(within, start, 0, false), Add(within, "endEvent"));
        Add(graph, new Node(Id(), "subProcess triggered", "", " triggeredByEvent=\"true\"") { Graph = within });
    }

    private Node End(Graph graph, bool mayThrow) => _random.Next(8) switch
    {
        0 => Add(graph, "endEvent", "<terminateEventDefinition />"),
        1 when mayThrow => Add(graph, "endEvent", Definition("error")),
        2 when mayThrow => Add(graph, "endEvent", Definition("escalation")),
        _ => Add(graph, "endEvent"),
    };

    private string Repeats() =>
        $"<multiInstanceLoopCharacteristics isSequential=\"{(_random.Next(2) == 0 ? "true" : "false")}\"><loopCardinality>{_random.Next(0, 3)}</loopCardinality></multiInstanceLoopCharacteristics>";

    private static string Definition(string kind) => kind switch
    {
        "timer" => "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>",
        "message" => "<messageEventDefinition messageRef=\"m\" />",
        "error" => "<errorEventDefinition errorRef=\"e\" />",
        _ => "<escalationEventDefinition escalationRef=\"x\" />",
    };

    private void Spoil()
    {
        var graphs = Graphs.Where(graph => graph.Edges.Count > 1).ToList();
        var graph = graphs[_random.Next(graphs.Count)];
        var edge = graph.Edges[_random.Next(graph.Edges.Count)];
        var to = Pick([.. graph.Nodes.Where(node => node.MayEndFlow)]);
        switch (_random.Next(4))
        {
            case 0 or 1 when graph.Nodes.Exists(node => node.IsGateway):
                var gateway = Pick([.. graph.Nodes.Where(node => node.IsGateway)]);
                Replace(graph, gateway, gateway with { Kind = Pick(["exclusiveGateway", "parallelGateway", "inclusiveGateway"]) });
                break;
            case 2 when edge.From.Kind != "eventBasedGateway":
                graph.Edges[graph.Edges.IndexOf(edge)] = edge with { To = to };
                break;
            default:
                Join(graph, Pick([.. graph.Nodes.Where(node => node.MayBeginFlow && node.Kind != "startEvent")]), to);
                break;
        }
    }

    private static void Replace(Graph graph, Node node, Node other)
    {
        graph.Nodes[graph.Nodes.IndexOf(node)] = other;
        for (var i = 0; i < graph.Edges.Count; i++)
        {
            if (graph.Edges[i].From == node) graph.Edges[i] = graph.Edges[i] with { From = other };
            if (graph.Edges[i].To == node) graph.Edges[i] = graph.Edges[i] with { To = other };
        }
    }

    private static bool HasLoop(Graph graph)
    {
        var left = graph.Nodes.ToHashSet();
        while (left.RemoveWhere(node => !graph.Edges.Exists(edge => edge.To == node && left.Contains(edge.From))) > 0)
        {
        }

        return left.Count > 0;
    }

    private static bool HasSidePaths(Graph graph) => graph.Nodes.Exists(node => node.Attributes.Contains("cancelActivity=\"false\"", StringComparison.Ordinal));

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private Node After(Graph graph, Node from, Node to)
    {
        Join(graph, from, to);
        return to;
    }

    private void Join(Graph graph, Node from, Node to) => graph.Edges.Add(new Edge(++_edges, from, to));

    private Node Add(Graph graph, string kind, string inside = "", string attributes = "") => Add(graph, new Node(Id(), kind, inside, attributes));

    private static Node Add(Graph graph, Node node)
    {
        graph.Nodes.Add(node);
        return node;
    }

    private string Id() => $"n{++_nodes}";
}
