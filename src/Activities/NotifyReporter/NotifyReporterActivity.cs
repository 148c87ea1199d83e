using CaseFlow.Activities.Ports;

namespace CaseFlow.Activities.NotifyReporter;

/// <summary>Tells the resident something on the case's page.</summary>
public sealed class NotifyReporterActivity(INoticeBoard board) : IActivity
{
    public static ActivityDescription Described { get; } = new(
        "notify-reporter", new("告知居民", "Tell the resident"), new("在居民的查询页上写一条消息。", "Writes a message on the resident's page."),
        [
            new("text", new("内容", "Text"), new("中文内容。", "In Chinese."), Required: true),
            new("text-en", new("英文内容", "Text in English"), new("没有时只显示中文。", "Without it the Chinese text is shown.")),
        ],
        Result: null);

    public ActivityDescription Description => Described;

    public async Task<ActivityResult> RunAsync(ActivityCall call, CancellationToken cancel)
    {
        if (call.Text("text") is not { } text) return new Failed("Expected the setting 'text' to be a text, but its expression gave nothing.", Final: true);
        await board.WriteAsync(call.Key, call.Tenant, call.CaseId, text, call.Text("text-en"), cancel);
        return ActivityResult.Done;
    }
}
