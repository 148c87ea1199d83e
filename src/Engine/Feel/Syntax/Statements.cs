using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>for, if, some, every, function definitions and the types they name.</summary>
internal sealed partial class Parser
{
    private const int MaxVariables = 16;

    private IfNode If()
    {
        Expect("if");
        var condition = Expression();
        Expect("then");
        var then = Expression();
        Expect("else");
        return new IfNode(condition, then, Expression());
    }

    private ForNode For()
    {
        Expect("for");
        var outer = names;
        var (variables, domains) = Domains();
        Expect("return");
        names = new NameTable(names);
        names.Add("partial");
        var body = Expression();
        names = outer;
        return new ForNode(variables, domains, body);
    }

    private QuantifiedNode Quantified()
    {
        var every = Take() == "every";
        var outer = names;
        var (variables, domains) = Domains();
        Expect("satisfies");
        var condition = Expression();
        names = outer;
        return new QuantifiedNode(every, variables, domains, condition);
    }

    /// <summary>x in a, y in 1..n: leaves the variables in scope.</summary>
    private (string[] Variables, Node[] Domains) Domains()
    {
        var (variables, domains) = (new List<string>(), new List<Node>());
        do
        {
            var variable = ReadLoopName();
            Expect("in");
            var from = Expression();
            domains.Add(new DomainNode(from, TryTake("..") ? Expression() : null));
            variables.Add(variable);
            if (variables.Count > MaxVariables) throw Unexpected($"at most {MaxVariables} variables in a loop");
            names = new NameTable(names);
            names.Add(variable);
        }
        while (TryTake(","));
        return ([.. variables], [.. domains]);
    }

    private FunctionNode Function()
    {
        Expect("function");
        Expect("(");
        var outer = names;
        names = new NameTable(names);
        var (parameters, types) = (new List<string>(), new List<FeelType>());
        while (!token.Is(")"))
        {
            if (parameters.Count > 0) Expect(",");
            parameters.Add(TryReadPlainName(",:)") ?? throw Unexpected("a parameter's name"));
            types.Add(TryTake(":") ? Type() ?? FeelType.Any : FeelType.Any);
            names.Add(parameters[^1]);
        }
        Expect(")");
        var external = TryTake("external");
        var body = Expression();
        names = outer;
        return new FunctionNode([.. parameters], [.. types], external ? External(body, [.. parameters]) : body, FeelType.Any);
    }

    private static JavaNode? External(Node body, string[] parameters)
    {
        var java = (body as ContextNode)?.Written("java") as ContextNode;
        return JavaNode.Find(parameters, Text(java?.Written("class")), Text(java?.Written("method signature")));
    }

    private static string? Text(Node? node) => node is Literal { Value: FeelString text } ? text.Value : null;

    /// <summary>A type; null when its name is not known.</summary>
    private FeelType? Type()
    {
        if (++nesting > MaxNesting) throw lexer.Error($"Expected at most {MaxNesting} levels of nesting, but there are more.", token.Start);
        var next = lexer.Read(token.End);
        var type = next.Is("<") && token.Kind == TokenKind.Word ? GenericType() : NamedType();
        nesting--;
        return type;
    }

    private FeelType? NamedType()
    {
        if (token.Kind != TokenKind.Word) throw Unexpected("a type");
        if (known.Types.Longest(lexer.Text, token.Start) is { } found)
        {
            MoveTo(found.End);
            return known.FindType(found.Name);
        }
        ReadUnknownName();
        while (TryTake(".")) ReadUnknownName();
        return null;
    }

    private FeelType? GenericType()
    {
        var start = token;
        Advance();
        Expect("<");
        return start.Value switch
        {
            "list" => Type() is { } item ? CloseType(new ListType(item)) : CloseType(null),
            "range" => Type() is { } item ? CloseType(new RangeType(item)) : CloseType(null),
            "context" => ContextOf(),
            "function" => FunctionOf(),
            _ => throw lexer.Error($"Expected list, range, context or function before \"<\", but found \"{start.Value}\".", start.Start),
        };
    }

    private FeelType? CloseType(FeelType? type)
    {
        Expect(">");
        return type;
    }

    private ContextType ContextOf()
    {
        var fields = new List<KeyValuePair<string, FeelType>>();
        while (!token.Is(">"))
        {
            if (fields.Count > 0) Expect(",");
            var name = TryReadPlainName(":") ?? throw Unexpected("the name of an entry");
            Expect(":");
            fields.Add(new(name, Type() ?? FeelType.Any));
        }
        Expect(">");
        return new ContextType([.. fields]);
    }

    private FunctionType FunctionOf()
    {
        var parameters = new List<FeelType>();
        while (!token.Is(">"))
        {
            if (parameters.Count > 0) Expect(",");
            parameters.Add(Type() ?? FeelType.Any);
        }
        Expect(">");
        Expect("->");
        return new FunctionType([.. parameters], Type() ?? FeelType.Any);
    }
}
