namespace CaseFlow.Engine.Feel;

/// <summary>What an expression can read: named values, and the one moment that counts as now.</summary>
public interface IFeelScope
{
    /// <summary>What now() and today() answer. It is given, never read from the machine, so that the same evaluation gives the same answer again.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The value with this name, or null when there is none.</summary>
    FeelValue? Find(string name);
}

/// <summary>A scope over a plain dictionary.</summary>
public sealed record FeelScope(IReadOnlyDictionary<string, FeelValue> Values, DateTimeOffset Now) : IFeelScope
{
    public FeelValue? Find(string name) => Values.TryGetValue(name, out var value) ? value : null;
}
