using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Checks.ClosedLoop;

/// <summary>Which scope a token is in.</summary>
internal sealed class TokenPlaces(Process process)
{
    /// <summary>The element a token is at: a taken flow waits before its target.</summary>
    public Element ElementOf(int token) => process.Elements[token >= 0 ? token : process.Flows[~token].Target];

    public bool IsInside(int token, int scope)
    {
        for (var parent = ElementOf(token).Parent; parent >= 0; parent = process.Elements[parent].Parent)
            if (parent == scope)
                return true;
        return false;
    }

    /// <summary>The element of the scope that the token is at or within; null: the token is not in the scope.</summary>
    public Element? LiftedTo(int token, int scope)
    {
        for (var at = ElementOf(token); at.Parent >= 0; at = process.Elements[at.Parent])
            if (at.Parent == scope)
                return at;
        return null;
    }

    public bool IsEmpty(LoopState state, int scope) => !state.Tokens.Any(token => IsInside(token, scope));

    public LoopState Cleared(LoopState state, int scope) => state with { Tokens = [.. state.Tokens.Where(token => !IsInside(token, scope))] };

    public IEnumerable<Element> Within(LoopState state, int scope) => state.Tokens.Where(token => token >= 0 && (token == scope || IsInside(token, scope))).Select(ElementOf);
}
