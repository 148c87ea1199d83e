namespace CaseFlow.Runtime.Running;

/// <summary>Named places between two writes, where a test ends the process. In the program nothing happens there.</summary>
internal class FaultPoints
{
    public const string BeforeCommit = "commit.before";
    public const string WithinCommit = "commit.written-not-committed";
    public const string AfterCommit = "commit.committed-not-answered";

    /// <param name="point">One of the names above.</param>
    public virtual void Reached(string point)
    {
    }
}
