namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaint handled on receipt: the main path.</summary>
public sealed class ComplaintTests
{
    [Fact]
    public void Goes_from_receipt_to_two_way_evaluation()
    {
        var walk = Complaint.Received("2026-03-02 10:00");
        walk.Do("register", "intake", Complaint.Registered());
        walk.Do("sign", "handler", ("signed", true));
        walk.Do("contact", "handler", ("contacted", "yes"));
        walk.Do("handle", "handler", Complaint.Done);
        walk.Do("reply", "handler", ("publicReply", "已修好"));
        walk.Do("call-back", "caller", Complaint.Satisfied);
        Assert.Equal("rate:reporter rate-request:handler@c1", walk.Open);
        walk.Do("rate", Walk.Reporter, ("solved", "yes"), ("score", "5"));
        walk.Do("rate-request", "handler", ("score", "4"));

        Assert.Equal(
            "suggest register accept-ends route locate routed tell-accepted sign contact handle handled reply tell-reply need-check answered "
            + "call-back called-back rate rated rate-request request-rated resolved", walk.Trace());
        Assert.Equal("completed resolved", walk.End);
        Assert.Equal("您的诉求 261122-00017 已受理并派给承办单位，承诺 168 小时内答复。; 已修好; reporter rates outcome 5 True; executor rates request 4", walk.Said());
    }
}
