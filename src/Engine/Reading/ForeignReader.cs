namespace CaseFlow.Engine.Reading;

/// <summary>Files drawn for other engines: what has an equal here is taken over before the passes read it, the rest is named in a warning.</summary>
internal static class ForeignReader
{
    public static void Run(ProcessDraft draft, CompileContext context)
    {
        foreach (var source in draft.Sources)
        {
            ForeignAttributes.Translate(source, context);
            ForeignExtensions.Translate(source, context.Problems);
        }
    }
}
