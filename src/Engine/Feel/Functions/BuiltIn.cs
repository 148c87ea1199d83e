using System.Collections.Immutable;
using CaseFlow.Engine.Feel.Nodes;

namespace CaseFlow.Engine.Feel.Functions;

/// <summary>One way to call a built-in function: its parameters, how many of them must be there, and what it does. Null means FEEL null.</summary>
internal sealed record Form(string[] Parameters, int Required, Func<Arguments, FeelValue?> Body)
{
    /// <summary>Any number of arguments, all to the one parameter.</summary>
    public bool Repeats { get; init; }

    /// <summary>Reads "list, start position, length?": a question mark marks what may be left out, "..." what repeats.</summary>
    public static Form Of(string parameters, Func<Arguments, FeelValue?> body)
    {
        var names = parameters.Length == 0 ? [] : parameters.Split(", ");
        var repeats = names.Length > 0 && names[^1].EndsWith("...", StringComparison.Ordinal);
        var required = names.Count(name => !name.EndsWith('?'));
        return new Form([.. names.Select(name => name.TrimEnd('?', '.'))], required, body) { Repeats = repeats };
    }

    public bool Takes(int count) => count >= Required && (Repeats || count <= Parameters.Length);
}

/// <summary>A function of the standard (DMN 1.5, section 10.3.4).</summary>
internal sealed record BuiltIn(string Name, Form[] Forms) : FeelFunction
{
    public override ImmutableArray<string> Parameters => [.. Forms[0].Parameters];

    internal override FeelValue Invoke(FeelValue[] arguments, Evaluation run)
    {
        foreach (var form in Forms)
            if (form.Takes(arguments.Length))
                return form.Body(new Arguments(arguments, run)) ?? Null;
        return Null;
    }

    internal override FeelValue InvokeNamed(string[] names, FeelValue[] arguments, Evaluation run)
    {
        foreach (var form in Forms)
            if (Order(form, names, arguments) is { } ordered)
                return form.Body(new Arguments(ordered, run, named: true)) ?? Null;
        return Null;
    }

    /// <summary>The arguments in the form's order; null when a name is not of the form, comes twice, or a required one lacks.</summary>
    private static FeelValue[]? Order(Form form, string[] names, FeelValue[] arguments)
    {
        var ordered = new FeelValue?[form.Parameters.Length];
        var length = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var at = Array.IndexOf(form.Parameters, names[i]);
            if (at < 0 || ordered[at] is not null) return null;
            ordered[at] = arguments[i];
            length = Math.Max(length, at + 1);
        }
        for (var i = 0; i < form.Required; i++)
            if (ordered[i] is null)
                return null;
        return [.. ordered[..length].Select(value => value ?? Null)];
    }

    public bool Equals(BuiltIn? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
