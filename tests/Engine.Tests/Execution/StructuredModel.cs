using System.Text;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>
/// Draws a random block-structured process: every split has its join, loops go back only to their own merge. Such a model is sound,
/// so whatever path a case takes, nothing may be left waiting for what can't come.
/// </summary>
internal sealed class StructuredModel(Random random)
{
    private readonly StringBuilder _xml = new();
    private int _next;

    /// <summary>Each split and its join.</summary>
    public List<(string Split, string Join)> Pairs { get; } = [];

    public string Xml => _xml.ToString();

    public static StructuredModel Draw(int seed)
    {
        var model = new StructuredModel(new Random(seed));
        model.Scope(3);
        return model;
    }

    private void Scope(int depth)
    {
        var start = Node("startEvent");
        var last = Block(start, depth);
        Flow(last, Node("endEvent"));
        if (depth == 2 && random.Next(3) == 0) EventSubprocess();
    }

    /// <summary>Draws a block that follows an element; the answer is the element it ends with.</summary>
    private string Block(string from, int depth) => (depth <= 0 ? random.Next(4) : random.Next(13)) switch
    {
        0 or 1 => After(from, Node("userTask")),
        2 => After(from, Node("serviceTask")),
        3 => After(from, Timer()),
        4 or 5 => Block(Block(from, depth - 1), depth - 1),
        6 => Split(from, "exclusiveGateway", depth, hasConditions: true),
        7 => Split(from, "parallelGateway", depth, hasConditions: false),
        8 => Split(from, "inclusiveGateway", depth, hasConditions: true),
        9 => Loop(from, depth),
        10 => Subprocess(from, depth),
        11 => WithBoundary(from, depth),
        _ => After(from, Repeated()),
    };

    private string Split(string from, string kind, int depth, bool hasConditions)
    {
        var (split, join) = (Id(), Id());
        var branches = random.Next(2, 4);
        Pairs.Add((split, join));
        var byDefault = $"{split}-default";
        Add($"<{kind} id=\"{split}\"{(hasConditions ? $" default=\"{byDefault}\"" : "")} /><{kind} id=\"{join}\" />");
        Flow(from, split);
        for (var branch = 0; branch < branches; branch++)
        {
            var pass = Node("manualTask");
            if (!hasConditions) Flow(split, pass);
            else if (branch == 0) Add($"<sequenceFlow id=\"{byDefault}\" sourceRef=\"{split}\" targetRef=\"{pass}\" />");
            else Flow(split, pass, Variable());
            Flow(random.Next(3) == 0 ? pass : Block(pass, depth - 1), join);
        }

        return join;
    }

    private string Loop(string from, int depth)
    {
        var (merge, gate) = (Node("exclusiveGateway"), Id());
        Flow(from, merge);
        var last = Block(merge, depth - 1);
        Add($"<exclusiveGateway id=\"{gate}\" default=\"{gate}-on\" />");
        Flow(last, gate);
        Flow(gate, merge, Variable());
        var on = Node("manualTask");
        Add($"<sequenceFlow id=\"{gate}-on\" sourceRef=\"{gate}\" targetRef=\"{on}\" />");
        return on;
    }

    private string Subprocess(string from, int depth)
    {
        var id = Id();
        Add($"<subProcess id=\"{id}\">");
        Scope(Math.Min(depth - 1, 2));
        Add("</subProcess>");
        return After(from, id);
    }

    private void EventSubprocess()
    {
        Add($"<subProcess id=\"{Id()}\" triggeredByEvent=\"true\"><startEvent id=\"{Id()}\" isInterrupting=\"{(random.Next(2) == 0 ? "true" : "false")}\"><messageEventDefinition /></startEvent>");
        var start = $"n{_next - 1}";
        Flow(start, Node("userTask"));
        Add("</subProcess>");
    }

    private string WithBoundary(string from, int depth)
    {
        var host = depth > 1 && random.Next(2) == 0 ? Subprocess(from, depth) : After(from, Node("userTask"));
        var (boundary, interrupts) = (Id(), random.Next(2) == 0);
        Add($"<boundaryEvent id=\"{boundary}\" attachedToRef=\"{host}\" cancelActivity=\"{(interrupts ? "true" : "false")}\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>");
        var handled = After(boundary, Node("userTask"));
        if (!interrupts)
        {
            Flow(handled, Node("endEvent"));
            return host;
        }

        var merge = Node("exclusiveGateway");
        Flow(host, merge);
        Flow(handled, merge);
        return merge;
    }

    private string Repeated()
    {
        var id = Id();
        var sequential = random.Next(2) == 0 ? " isSequential=\"true\"" : "";
        Add($"<userTask id=\"{id}\"><multiInstanceLoopCharacteristics{sequential}><loopCardinality>{random.Next(0, 4)}</loopCardinality></multiInstanceLoopCharacteristics></userTask>");
        return id;
    }

    private string Timer()
    {
        var id = Id();
        Add($"<intermediateCatchEvent id=\"{id}\"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>");
        return id;
    }

    private string Node(string kind)
    {
        var id = Id();
        Add($"<{kind} id=\"{id}\" />");
        return id;
    }

    private string After(string from, string to)
    {
        Flow(from, to);
        return to;
    }

    private void Add(string line) => _xml.Append(line).Append('\n');

    private void Flow(string from, string to, string? condition = null) => Add(condition is null
        ? $"<sequenceFlow sourceRef=\"{from}\" targetRef=\"{to}\" />"
        : $"<sequenceFlow sourceRef=\"{from}\" targetRef=\"{to}\"><conditionExpression>{condition}</conditionExpression></sequenceFlow>");

    private string Variable() => $"v{random.Next(4)}";

    private string Id() => $"n{_next++}";
}
