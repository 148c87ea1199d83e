using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Parses FEEL (DMN 1.5, section 10.3.1.2) straight into nodes, lowest precedence first.</summary>
internal sealed partial class Parser
{
    private const int MaxTextLength = 100_000;
    private const int MaxNesting = 120;

    private readonly Lexer lexer;
    private readonly ParserNames known;
    private readonly SortedSet<string> free = new(StringComparer.Ordinal);
    private NameTable names;
    private readonly NameTable members;
    private Token token;
    private int lastEnd;
    private int nesting;
    private int filters;
    private int rangeEnds;
    private bool readsInput;

    public Parser(string text, ParserNames known)
    {
        lexer = new Lexer(text);
        if (text.Length > MaxTextLength) throw lexer.Error($"Expected at most {MaxTextLength} characters, but there are {text.Length}.", 0);
        this.known = known;
        names = new NameTable(known.Variables);
        members = new NameTable(known.Members);
        token = lexer.Read(0);
    }

    /// <summary>Names the text reads that nothing in it defines.</summary>
    public IReadOnlyCollection<string> FreeNames => free;

    public Node ParseExpression()
    {
        var node = Expression();
        ExpectEnd();
        return node;
    }

    private Node Expression()
    {
        if (++nesting > MaxNesting) throw lexer.Error($"Expected at most {MaxNesting} levels of nesting, but there are more.", token.Start);
        var node = token.Kind == TokenKind.Word ? KeywordExpression() ?? Disjunction() : Disjunction();
        nesting--;
        return node;
    }

    private Node? KeywordExpression() => token.Value switch
    {
        "for" when !IsKnownName() => For(),
        "if" when !IsKnownName() => If(),
        "some" or "every" when !IsKnownName() => Quantified(),
        "function" when lexer.Read(token.End).Is("(") => Function(),
        _ => null,
    };

    private bool IsKnownName() => names.Longest(lexer.Text, token.Start) is not null;

    private Node Disjunction() => Logic("or", () => Logic("and", Comparison));

    private Node Logic(string word, Func<Node> operand)
    {
        var first = operand();
        if (!token.Is(word)) return first;
        List<Node> operands = [first];
        while (TryTake(word)) operands.Add(operand());
        return new LogicNode(word == "and", [.. operands]);
    }

    private Node Comparison()
    {
        var left = Sum();
        while (true)
        {
            if (ComparisonOf(token) is { } comparison)
            {
                Advance();
                left = new CompareNode(comparison, left, Sum());
            }
            else if (TryTake("between"))
            {
                var low = Sum();
                Expect("and");
                left = new BetweenNode(left, low, Sum());
            }
            else if (TryTake("in"))
                left = new InNode(left, InTest());
            else
                return left;
        }
    }

    private static Comparison? ComparisonOf(Token token) => token.Kind != TokenKind.Symbol ? null : token.Value switch
    {
        "=" => Nodes.Comparison.Equal,
        "!=" => Nodes.Comparison.NotEqual,
        "<" => Nodes.Comparison.Less,
        "<=" => Nodes.Comparison.LessOrEqual,
        ">" => Nodes.Comparison.Greater,
        ">=" => Nodes.Comparison.GreaterOrEqual,
        _ => null,
    };

    private Node Sum()
    {
        var left = Product();
        while (true)
        {
            if (TryTake("+")) left = new AddNode(left, Product());
            else if (TryTake("-")) left = new ArithmeticNode(left, Product(), Arithmetic.Subtract);
            else return left;
        }
    }

    private Node Product()
    {
        var left = Power();
        while (true)
        {
            if (TryTake("*")) left = new ArithmeticNode(left, Power(), Arithmetic.Multiply);
            else if (TryTake("/")) left = new ArithmeticNode(left, Power(), Arithmetic.Divide);
            else return left;
        }
    }

    private Node Power()
    {
        var left = Negation();
        while (TryTake("**")) left = new ArithmeticNode(left, Negation(), Arithmetic.Power);
        return left;
    }

    private Node Negation()
    {
        var signs = 0;
        while (TryTake("-")) signs++;
        var operand = InstanceOf();
        if (signs > 0 && operand is Literal literal && signs % 2 == 1) return new Literal(Arithmetic.Negate(literal.Value));
        return signs == 0 ? operand : signs % 2 == 1 ? new NegateNode(operand) : new NegateNode(new NegateNode(operand));
    }

    private Node InstanceOf()
    {
        var value = Postfix();
        while (token.Is("instance"))
        {
            Advance();
            Expect("of");
            value = new InstanceOfNode(value, Type());
        }
        return value;
    }

    private Node Postfix()
    {
        var node = Primary();
        while (true)
        {
            if (TryTake(".")) node = new PathNode(node, MemberName());
            else if (token.Is("[") && !EndsRange()) node = Filter(node);
            else if (token.Is("(")) node = Call(node);
            else return node;
        }
    }

    private string MemberName()
    {
        if (token.Kind != TokenKind.Word) throw Unexpected("a name after the dot");
        return ReadName(memberOnly: true);
    }

    private FilterNode Filter(Node target)
    {
        Expect("[");
        var outer = names;
        names = new NameTable(names);
        names.Add("item");
        filters++;
        var filter = Expression();
        filters--;
        names = outer;
        Expect("]");
        return new FilterNode(target, filter);
    }

    private void Advance() => MoveTo(token.End);

    private void MoveTo(int position)
    {
        lastEnd = position;
        token = lexer.Read(position);
    }

    private bool TryTake(string value)
    {
        if (!token.Is(value)) return false;
        Advance();
        return true;
    }

    private void Expect(string value)
    {
        if (!TryTake(value)) throw Unexpected($"\"{value}\"");
    }

    private void ExpectEnd()
    {
        if (token.Kind != TokenKind.End) throw Unexpected("the end of the expression");
    }

    private FeelSyntaxException Unexpected(string expected)
    {
        var found = token.Kind == TokenKind.End ? "the text ends" : $"\"{lexer.Text[token.Start..token.End]}\" stands there";
        return lexer.Error($"Expected {expected}, but {found}.", token.Start);
    }
}
