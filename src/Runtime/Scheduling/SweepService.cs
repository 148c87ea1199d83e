using CaseFlow.Runtime.Nodes;
using CaseFlow.Runtime.Running;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Scheduling;

/// <summary>A loop that sweeps when it is woken. Quartz wakes it at intervals, a commit sooner. A failed sweep never ends the loop.</summary>
/// <param name="node">While it drains no sweep begins; null: this loop goes on then.</param>
internal abstract partial class SweepService(WakeSignal signal, TimeProvider time, ILogger logger, NodeState? node = null) : BackgroundService
{
    /// <summary>When nobody wakes it: Quartz may be down, the work must not be.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    /// <summary>How soon it is seen that a drained node may go on.</summary>
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(1);

    protected TimeProvider Time => time;

    /// <summary>How long to sleep at most before looking again.</summary>
    protected virtual TimeSpan Sleep => LongestSleep;

    protected abstract Task SweepAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(await BeginAsync(stoppingToken) ? Sleep : Drained, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(logger, GetType().Name, e);
                await PauseAsync(stoppingToken);
            }
        }
    }

    /// <returns>False: the node drains.</returns>
    private async Task<bool> BeginAsync(CancellationToken cancel)
    {
        using var begun = node?.Begin();
        if (node is not null && begun is null) return false;
        await SweepAsync(cancel);
        return true;
    }

    private async Task PauseAsync(CancellationToken cancel) =>
        await Task.Delay(TimeSpan.FromSeconds(1), time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sweep} failed; it goes on in a moment.")]
    private static partial void LogFailed(ILogger logger, string sweep, Exception e);
}
