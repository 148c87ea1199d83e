namespace CaseFlow.Engine.Tests.Flows;

/// <summary>Complaints as far as a test needs them.</summary>
internal static class Complaint
{
    public static (string, object?)[] Done => [("handling", "更换灯具"), ("factual", "yes"), ("done", "yes")];

    public static (string, object?)[] Satisfied => [("reached", "yes"), ("callSolved", "yes"), ("callSatisfied", "yes")];

    public static (string, object?)[] Unsolved => [("reached", "yes"), ("callSolved", "no"), ("callSatisfied", "no"), ("reasonable", "yes")];

    public static Walk Received(string at, bool danger = false) => Walk.Start(
        "complaint", at, ("title", "路灯不亮"), ("description", "三天了"), ("category", "facilities"), ("grid", "g1"), ("danger", danger));

    public static (string, object?)[] Registered(string category = "facilities", string urgency = "normal", string scope = "in", params (string, object?)[] more) =>
        [("title", "路灯不亮"), ("nature", "complaint"), ("category", category), ("urgency", urgency), ("grid", "g1"), ("scope", scope), .. more];

    /// <summary>Registered, and waiting for the unit to sign.</summary>
    public static Walk ToSign(string at = "2026-03-02 10:00", string category = "facilities", string urgency = "normal") =>
        Received(at).Do("register", "intake", Registered(category, urgency));

    /// <summary>Signed, the resident contacted, being handled.</summary>
    public static Walk Handling(string at = "2026-03-02 10:00", string category = "facilities", string urgency = "normal")
    {
        var walk = ToSign(at, category, urgency).Do("sign", "handler", ("signed", true)).Do("contact", "handler", ("contacted", "yes"));
        Forget(walk);
        return walk;
    }

    /// <summary>Replied to and past the check, waiting for the call-back.</summary>
    public static Walk Replied(string at = "2026-03-02 10:00")
    {
        var walk = HandleAgain(Handling(at));
        Forget(walk);
        return walk;
    }

    public static Walk HandleAgain(Walk walk) => walk.Do("handle", "handler", Done).Do("reply", "handler", ("publicReply", "已修好"));

    public static void Forget(Walk walk) => _ = (walk.Trace(), walk.Clocks(), walk.Said());
}
