using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Values as tests write them.</summary>
internal static class Values
{
    public static FeelContext Of(params (string Name, object? Value)[] values) =>
        new([.. values.Select(value => KeyValuePair.Create(value.Name, From(value.Value)))]);

    public static FeelValue From(object? value) => value switch
    {
        null => FeelValue.Null,
        FeelValue feel => feel,
        bool truth => FeelValue.From(truth),
        int number => FeelValue.From((decimal)number),
        string text => FeelValue.From(text),
        IEnumerable<FeelValue> items => new FeelList([.. items]),
        string[] texts => new FeelList([.. texts.Select(FeelValue.From)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a value that a test may write."),
    };
}
