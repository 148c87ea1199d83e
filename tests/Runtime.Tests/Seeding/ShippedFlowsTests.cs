using CaseFlow.Runtime.Intake;
using CaseFlow.Runtime.Publishing;
using CaseFlow.Runtime.Tests.Support;
using CaseFlow.TestSupport;

namespace CaseFlow.Runtime.Tests.Seeding;

public sealed class ShippedFlowsTests
{
    [Fact]
    public async Task Are_published_without_a_problem_in_the_demonstration_district()
    {
        await using var bureau = await Seeded.OpenAsync(Repository.Path("workflows"));
        var (register, admin) = (bureau.Get<FlowRegister>(), await bureau.ReaderAsync("admin"));

        var flows = await register.ListAsync(admin);

        Assert.Equal(["complaint", "enquiry", "need-project", "project"], flows.Select(flow => flow.Key).Order(StringComparer.Ordinal));
        foreach (var flow in flows)
        {
            Assert.Equal(1, flow.Version);
            Assert.Empty(await register.CheckAsync(admin, flow.Key, (await register.OpenAsync(admin, flow.Key))!.Files));
        }
    }

    [Fact]
    public async Task Can_be_asked_for_and_promise_when()
    {
        await using var bureau = await Seeded.OpenAsync(Repository.Path("workflows"));
        var desk = bureau.Get<IntakeDesk>();

        foreach (var service in await desk.ServicesAsync(Seeded.Tenant))
        {
            var values = service.Form!.Fields.Where(field => field is { Required: true, Key: not null }).ToDictionary(
                field => field.Key!, field => (IReadOnlyList<string>)[field.Options.IsDefaultOrEmpty ? "路灯不亮" : field.Options[0].Value]);
            var received = Assert.IsType<Received>(await desk.SubmitAsync(new IntakeRequest(Seeded.Tenant, service.FlowKey, "web", null, values)));

            Assert.NotEmpty(received.Promises);
            Assert.All(received.Promises, promise => Assert.True(promise.Due > bureau.Time.Now));
        }
    }
}
