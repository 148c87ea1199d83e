using System.Globalization;
using CaseFlow.Web.Components;

namespace CaseFlow.Web.Tests.Components;

public sealed class SteadyTests
{
    [Fact]
    public async Task Runs_once_for_a_burst_in_the_language_of_who_waits()
    {
        var runs = 0;
        var ran = new TaskCompletionSource<string>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using var steady = new Steady(TimeProvider.System, TimeSpan.FromMilliseconds(50), () =>
        {
            Interlocked.Increment(ref runs);
            ran.TrySetResult(CultureInfo.CurrentUICulture.Name);
            return Task.CompletedTask;
        });
        await Task.Run(() =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            for (var call = 0; call < 5; call++) steady.Poke();
        });
        Assert.Equal("en", await ran.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(1, runs);
    }

    [Fact]
    public void Is_silent_once_disposed()
    {
        var steady = new Steady(TimeProvider.System, TimeSpan.Zero, () => throw new InvalidOperationException());
        steady.Dispose();
        steady.Poke();
    }
}
