using CaseFlow.Runtime.Running;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Has something happen between two writes.</summary>
/// <param name="where">One of the names in <see cref="FaultPoints"/>.</param>
internal sealed class At(string where, Action act) : FaultPoints
{
    public override void Reached(string point)
    {
        if (point == where) act();
    }
}
