namespace CaseFlow.Engine.Reading;

/// <summary>A word, number, text or sign of another engine's expression.</summary>
internal readonly record struct JuelToken(JuelTokenKind Kind, string Text);

internal enum JuelTokenKind
{
    End,
    Name,
    Number,
    Text,
    Sign,
}
