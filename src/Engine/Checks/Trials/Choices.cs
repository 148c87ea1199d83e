namespace CaseFlow.Engine.Checks.Trials;

/// <summary>Goes through every combination of answers to questions of which the later ones depend on the earlier: run, ask, <see cref="Turn"/>, run again.</summary>
internal sealed class Choices
{
    private readonly List<(int Answer, int Of)> _made = [];
    private int _next;

    public int Choose(int of)
    {
        if (_next == _made.Count) _made.Add((0, of));
        return _made[_next++].Answer;
    }

    /// <summary>The next combination; false when all have been tried.</summary>
    public bool Turn()
    {
        _next = 0;
        while (_made.Count > 0)
        {
            var (answer, of) = _made[^1];
            _made.RemoveAt(_made.Count - 1);
            if (answer + 1 >= of) continue;
            _made.Add((answer + 1, of));
            return true;
        }

        return false;
    }
}
