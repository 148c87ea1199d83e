namespace CaseFlow.Engine.Tests.Flows;

public sealed class PublicationTests
{
    public static TheoryData<string> Flows() => [.. ShippedFlows.Keys];

    [Theory]
    [MemberData(nameof(Flows))]
    public void A_shipped_flow_passes_every_publication_check(string flow) => Assert.Empty(ShippedFlows.World.Problems(flow));
}
