using CaseFlow.Runtime.Outbox;
using CaseFlow.Runtime.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Runtime.Tests.Outbox;

public sealed class ActivityGateTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Lets_so_many_run_at_once()
    {
        var gate = new ActivityGate(new ActivityLimit(3), _time);

        Assert.Equal((3, 0), (gate.Take(1), gate.Take(1)));
        gate.End();
        Assert.Equal((1, 0), (gate.Take(1), gate.Take(1)));
        gate.Return(2);
        Assert.Equal(2, gate.Take(1));
    }

    [Fact]
    public void Gives_each_queue_its_share() => Assert.Equal(4, new ActivityGate(new ActivityLimit(10), _time).Take(3));

    [Fact]
    public void Lets_so_many_begin_in_any_minute()
    {
        var gate = new ActivityGate(new ActivityLimit(100, PerMinute: 2), _time);
        Assert.Equal(2, gate.Take(1));
        gate.Return(1);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal((1, 0), (gate.Take(1), gate.Take(1)));
        Assert.Equal(_time.Now.AddSeconds(30), gate.OpensAt());

        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, gate.Take(1));
        Assert.Equal(_time.Now.AddSeconds(30), gate.OpensAt());
    }

    [Fact]
    public void A_clock_that_is_put_back_does_not_shut_it_for_longer()
    {
        var gate = new ActivityGate(new ActivityLimit(100, PerMinute: 1), _time);
        gate.Take(1);
        _time.Advance(TimeSpan.FromHours(-1));
        Assert.Equal(1, gate.Take(1));
    }

    [Fact]
    public void Limits_are_read_from_the_settings() =>
        Assert.Equal(
            (new ActivityLimit(2, 30), new ActivityLimit(32, 5), new ActivityLimit(32)),
            (Read(("notify-reporter:AtOnce", "2"), ("notify-reporter:PerMinute", "30")).LimitOf("notify-reporter"), Read(("open-case:PerMinute", "5")).LimitOf("open-case"), Read().LimitOf("")));

    [Theory]
    [InlineData("notify-reporter:AtOnce", "0", "Expected Outbox:Activities:notify-reporter:AtOnce to be a whole number above 0, but it is '0'.")]
    [InlineData("notify-reporter:PerMinute", "many", "Expected Outbox:Activities:notify-reporter:PerMinute to be a whole number above 0, but it is 'many'.")]
    [InlineData("notify-reporter:PerHour", "1", "Expected AtOnce or PerMinute in Outbox:Activities:notify-reporter, but found 'PerHour'.")]
    public void Wrong_settings_are_told_by_their_place(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Read((name, value))).Message);

    [Fact]
    public void An_activity_that_there_is_not_is_told() =>
        Assert.StartsWith("Expected Outbox:Activities to name one of notify-reporter,", Assert.Throws<InvalidOperationException>(() => Read(("notfy:AtOnce", "1"))).Message, StringComparison.Ordinal);

    private static OutboxOptions Read(params (string Name, string Value)[] settings) => OutboxOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Outbox:Activities:{setting.Name}", (string?)setting.Value))).Build());
}
