using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace CaseFlow.Runtime.Nodes;

/// <summary>
/// Enters this process in the list of nodes and drains it when it is asked to, or stops: sweeps begin nothing new and Quartz stands by,
/// while requests and open pages go on. A stop waits for what is in hand, up to a limit.
/// </summary>
internal sealed partial class NodeService(NodeState node, NodeRegister register, NodeOptions options, ISchedulerFactory schedulers, TimeProvider time, ILogger<NodeService> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private bool _standsBy;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        node.Stop();
        if (node.IsIdle) return;
        LogStopping(node.Name, options.DrainLimit);
        await Task.WhenAny(node.IdleAsync(), Task.Delay(options.DrainLimit, time, cancellationToken));
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await register.LeaveAsync(node, cancellationToken);
        }
        catch (Exception e)
        {
            LogFailed(node.Name, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var enrolled = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!enrolled) await register.EnrolAsync(node, stoppingToken);
                enrolled = true;
                await FollowAsync(await register.BeatAsync(node, stoppingToken), stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(node.Name, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Beat, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(bool drain, CancellationToken cancel)
    {
        node.Ask(drain);
        if (drain == _standsBy) return;
        var scheduler = await schedulers.GetScheduler(cancel);
        if (drain) await scheduler.Standby(cancel);
        else await scheduler.Start(cancel);
        _standsBy = drain;
        if (drain) LogDraining(node.Name);
        else LogGoesOn(node.Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Node} drains: it begins no work of its own.")]
    private partial void LogDraining(string node);

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Node} goes on.")]
    private partial void LogGoesOn(string node);

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Node} stops; it waits up to {Limit} for work in hand.")]
    private partial void LogStopping(string node, TimeSpan limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Node} could not tell that it is there; it tries again.")]
    private partial void LogFailed(string node, Exception e);
}
