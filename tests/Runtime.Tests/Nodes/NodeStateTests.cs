using CaseFlow.Runtime.Nodes;

namespace CaseFlow.Runtime.Tests.Nodes;

public sealed class NodeStateTests
{
    private readonly NodeState _node = new(new NodeOptions("n", TimeSpan.FromSeconds(1)));

    [Fact]
    public void Begins_no_sweep_while_it_drains_and_goes_on_when_asked()
    {
        _node.Ask(drain: true);
        Assert.Null(_node.Begin());
        _node.Ask(drain: false);
        Assert.NotNull(_node.Begin());
    }

    [Fact]
    public void Drains_for_good_when_the_process_stops()
    {
        _node.Stop();
        _node.Ask(drain: false);
        Assert.True(_node.IsDraining);
    }

    [Fact]
    public void Is_idle_when_the_last_sweep_has_ended()
    {
        var (one, two) = (_node.Begin()!, _node.Begin()!);
        _node.Stop();
        var idle = _node.IdleAsync();
        one.Dispose();
        Assert.False(idle.IsCompleted || _node.IsIdle);
        two.Dispose();
        Assert.True(idle.IsCompletedSuccessfully && _node.IsIdle);
    }
}
