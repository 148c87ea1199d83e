using CaseFlow.Engine.Forms;

namespace CaseFlow.Engine.Checks.FormChecks;

/// <summary>What a field begins with could be sent: it is one of the options and within the limits.</summary>
internal static class FieldDefaultRule
{
    public static void Check(FormUse use)
    {
        foreach (var field in use.Fields)
            if (!FormLimitsCheck.IsEmpty(field.Field.Default) && FormLimitsCheck.Error(field.Field, field.Field.Default) is { } error)
                use.Fail("field-default", $"Expected {field.Key} to begin with a value it allows, but the default value is refused: {error.Code}.", field);
    }
}
