using System.Globalization;
using CaseFlow.Engine.Feel.Functions;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Semantics;

namespace CaseFlow.Engine.Feel.Syntax;

/// <summary>Literals, names, lists, contexts, ranges and calls.</summary>
internal sealed partial class Parser
{
    private Node Primary()
    {
        switch (token.Kind)
        {
            case TokenKind.Number: return new Literal(NumberValue(Take()));
            case TokenKind.Text: return new Literal(new FeelString(Take()));
            case TokenKind.Word: return Word();
            case TokenKind.Symbol: return Bracket();
            default: throw Unexpected("a value");
        }
    }

    private string Take()
    {
        var value = token.Value;
        Advance();
        return value;
    }

    private static FeelValue NumberValue(string digits) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new FeelNumber(number) : FeelValue.Null;

    private Node Bracket()
    {
        if (TryTake("(")) return Parenthesised();
        if (TryTake("[")) return ListOrRange();
        if (TryTake("{")) return Context();
        if (TryTake("]")) return RangeAfter(Expression(), false);
        if (TryTake("@") && token.Kind == TokenKind.Text) return new Literal(TemporalText.Any(Take()) ?? FeelValue.Null);
        throw Unexpected("a value");
    }

    private Node Parenthesised()
    {
        if (ComparisonOf(token) is { } comparison)
        {
            Advance();
            var operand = Expression();
            Expect(")");
            return Fold(new HalfRangeNode(comparison, operand), operand);
        }
        var inner = Expression();
        if (token.Is("..")) return RangeAfter(inner, false);
        Expect(")");
        return inner;
    }

    private Node ListOrRange()
    {
        if (TryTake("]")) return new Literal(FeelList.Empty);
        List<Node> items = [Expression()];
        if (token.Is("..")) return RangeAfter(items[0], true);
        while (TryTake(",")) items.Add(Expression());
        Expect("]");
        return Fold(new ListNode([.. items]), [.. items]);
    }

    private Node RangeAfter(Node start, bool startIncluded)
    {
        Expect("..");
        rangeEnds++;
        var end = Expression();
        rangeEnds--;
        var endIncluded = token.Is("]");
        if (!endIncluded && !token.Is(")") && !token.Is("[")) throw Unexpected("the end of a range");
        Advance();
        return Fold(new RangeNode(start, startIncluded, end, endIncluded), start, end);
    }

    /// <summary>True when a "[" closes the range whose end is being read: nothing behind it could be a filter.</summary>
    private bool EndsRange()
    {
        if (rangeEnds == 0) return false;
        var next = lexer.Read(token.End);
        return next.Kind == TokenKind.End || Infix.Contains(next.Value)
            || (next.Kind == TokenKind.Symbol && next.Value is not ("(" or "[" or "{" or "-" or "@"));
    }

    /// <summary>What consists of constants is a constant.</summary>
    private static Node Fold(Node node, params ReadOnlySpan<Node> parts)
    {
        foreach (var part in parts)
            if (part is not Literal)
                return node;
        return new Literal(node.Evaluate(EmptyFrame.Instance, new Evaluation(default, FeelLimits.Default)));
    }

    private ContextNode Context()
    {
        var outer = names;
        names = new NameTable(names);
        var (keys, values) = (new List<string>(), new List<Node>());
        while (!token.Is("}"))
        {
            if (keys.Count > 0) Expect(",");
            var key = token.Kind == TokenKind.Text ? Take() : TryReadPlainName(":") ?? throw Unexpected("the name of an entry");
            Expect(":");
            keys.Add(key);
            if (token.Is("function")) names.Add(key);
            values.Add(Expression());
            names.Add(key);
            members.Add(key);
        }
        Expect("}");
        names = outer;
        return new ContextNode([.. keys], [.. values]);
    }

    private Node Word()
    {
        if (!names.Contains(token.Value))
        {
            if (KeywordExpression() is { } keyword) return keyword;
            if (TryTake("true")) return new Literal(FeelBoolean.True);
            if (TryTake("false")) return new Literal(FeelBoolean.False);
            if (TryTake("null")) return Literal.Null;
        }
        return Name(ReadName());
    }

    private NameNode Name(string name)
    {
        if (name == "?") readsInput = true;
        var builtIn = BuiltIns.Find(name);
        if (!IsDefinedHere(name) && (builtIn is null || IsAnnounced(name))) free.Add(name);
        return new NameNode(name, builtIn);
    }

    /// <summary>Bound in this text: a parameter, a loop's variable, an entry above, or one that a filter finds in its items.</summary>
    private bool IsDefinedHere(string name) =>
        name is "?" || names.ContainsBelow(known.Variables, name)
        || (filters > 0 && members.ContainsBelow(known.Members, name) && !IsAnnounced(name));

    private bool IsAnnounced(string name) => known.Variables.ContainsBelow(known.Variables.Parent!, name);

    private Node Call(Node target)
    {
        Expect("(");
        var (labels, arguments) = (new List<string>(), new List<Node>());
        while (!token.Is(")"))
        {
            if (arguments.Count > 0) Expect(",");
            if (TryReadPlainName(":") is { } label)
            {
                Expect(":");
                labels.Add(label);
            }
            arguments.Add(Expression());
        }
        Expect(")");
        if (labels.Count > 0 && labels.Count < arguments.Count) throw Unexpected("a name before each argument or before none");
        var call = new CallNode(target, labels.Count > 0 ? [.. labels] : null, [.. arguments]);
        return call.IsTemporalLiteral && !IsAnnounced(((NameNode)target).Name) && !IsDefinedHere(((NameNode)target).Name) ? Fold(call) : call;
    }
}
