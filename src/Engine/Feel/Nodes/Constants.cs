namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>Takes a constant apart into the plain values that a test compares with.</summary>
internal static class Constants
{
    /// <summary>False for a constant that holds more than plain values, lists and ranges of them. Moments with and without a zone have no one order: they count as more.</summary>
    public static bool Add(FeelValue constant, List<FeelValue> values)
    {
        switch (constant)
        {
            case FeelNull:
                return true;
            case FeelRange range:
                return range.Start is not FeelString && range.End is not FeelString && Add(range.Start, values) && Add(range.End, values);
            case FeelList list:
                return list.Items.All(item => item is not FeelList && Add(item, values));
            case FeelContext or FeelFunction or FeelTime { Zone: not null } or FeelDateTime { Zone: not null }:
                return false;
            default:
                values.Add(constant);
                return true;
        }
    }
}
