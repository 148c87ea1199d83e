using CaseFlow.Engine.Execution;

namespace CaseFlow.Cli.Drive;

/// <summary>The engine refused a command, or it names what is not there: answered with <c>ok: false</c> and <c>rejected</c>; nothing has changed.</summary>
internal sealed class DriveRejection(Rejected rejected) : Exception($"{rejected.Code}: {rejected.Message}")
{
    public DriveRejection(string code, string message)
        : this(new Rejected(code, message))
    {
    }
}
