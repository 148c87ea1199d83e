namespace CaseFlow.Designer.Panel.Sections;

/// <summary>Ids for new clocks and closure types.</summary>
public static class FreeId
{
    /// <summary>The first of <c>prefix-1</c>, <c>prefix-2</c>, … that isn't taken.</summary>
    public static string Find(string prefix, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (ids.Contains($"{prefix}-{number}")) number++;
        return $"{prefix}-{number}";
    }
}
