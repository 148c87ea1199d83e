namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What is to happen, earliest first; of what happens at one moment, what was added first, and clocks' marks last: what is done at the due time is done in time.</summary>
internal sealed class Agenda
{
    private Entry[] _heap = new Entry[1024];
    private int _count;
    private long _added;

    public int Count => _count;

    public void Add(Due due)
    {
        if (_count == _heap.Length) Array.Resize(ref _heap, _count * 2);
        var entry = new Entry(due, _added++);
        var at = _count++;
        while (at > 0 && entry.IsBefore(_heap[(at - 1) / 2]))
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = entry;
    }

    /// <summary>False when nothing happens any more up to that moment.</summary>
    public bool TryTake(long until, out Due due)
    {
        due = _heap[0].Due;
        if (_count == 0 || due.At > until) return false;
        var last = _heap[--_count];
        _heap[_count] = default;
        if (_count > 0) Sink(last);
        return true;
    }

    private void Sink(Entry entry)
    {
        var at = 0;
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= _count) break;
            if (child + 1 < _count && _heap[child + 1].IsBefore(_heap[child])) child++;
            if (!_heap[child].IsBefore(entry)) break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = entry;
    }

    private readonly record struct Entry(Due Due, long Order)
    {
        public bool IsBefore(in Entry other)
        {
            if (Due.At != other.Due.At) return Due.At < other.Due.At;
            return IsMark == other.IsMark ? Order < other.Order : !IsMark;
        }

        private bool IsMark => Due.What == DueWhat.Mark;
    }
}
