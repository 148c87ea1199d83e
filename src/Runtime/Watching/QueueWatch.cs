using System.Diagnostics.Metrics;
using CaseFlow.Runtime.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Watching;

/// <summary>Gauges of the queues. While somebody watches them they are read every few seconds, else never.</summary>
internal sealed partial class QueueWatch : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Meter _meter = new(Meters.Name);
    private readonly ObservableGauge<int> _lengths;
    private readonly ObservableGauge<double> _age;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private QueueLengths _last = QueueLengths.None;

    public QueueWatch(Database database, TimeProvider time, ILogger<QueueWatch> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        _lengths = _meter.CreateObservableGauge("caseflow.queue.length", Lengths, description: $"Rows that wait; {QueueLengths.Most} means as many or more.");
        _age = _meter.CreateObservableGauge("caseflow.outbox.oldest_age", () => _last.OldestUnsent?.TotalSeconds ?? 0, "s", "How long the oldest outbox row that may be sent has waited.");
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    /// <summary>Counts now.</summary>
    internal async Task ReadAsync(CancellationToken cancel) => _last = await QueueLengths.ReadAsync(_database, _time.GetUtcNow(), cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_lengths.Enabled || _age.Enabled) await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e.Message);
            }

            await Task.Delay(Between, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IEnumerable<Measurement<int>> Lengths() =>
    [
        Of("due", _last.Due), Of("outbox", _last.Outbox), Of("dead-letters", _last.DeadLetters), Of("messages", _last.Messages),
    ];

    private static Measurement<int> Of(string queue, int length) => new(length, new KeyValuePair<string, object?>("caseflow.queue", queue));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues could not be counted: {Why}")]
    private partial void LogFailed(string why);
}
