using CaseFlow.Activities;
using CaseFlow.Activities.CountEvaluations;
using CaseFlow.Activities.FindUnit;
using CaseFlow.Activities.LinkCase;
using CaseFlow.Activities.MergeInto;
using CaseFlow.Activities.MessageLinked;
using CaseFlow.Activities.NotifyReporter;
using CaseFlow.Activities.OpenCase;
using CaseFlow.Activities.Ports;
using CaseFlow.Activities.SuggestAnswers;
using CaseFlow.Activities.SuggestDuplicates;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Runtime.Ports;

/// <summary>Installs the activities and what they reach the rest of the program by.</summary>
internal static class ActivitySetup
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services
        .AddSingleton<INoticeBoard, NoticeBoard>()
        .AddSingleton<ICaseShelf, CaseShelf>()
        .AddSingleton<ICaseLinks, CaseLinks>()
        .AddSingleton<ICaseOpening, CaseOpening>()
        .AddSingleton<IMessageSender, MessageSender>()
        .AddSingleton<IUnitFinder, UnitFinder>()
        .AddSingleton<IEvaluationBook, EvaluationBook>()
        .AddSingleton<IActivity, NotifyReporterActivity>()
        .AddSingleton<IActivity, SuggestDuplicatesActivity>()
        .AddSingleton<IActivity, SuggestAnswersActivity>()
        .AddSingleton<IActivity, FindUnitActivity>()
        .AddSingleton<IActivity, OpenCaseActivity>()
        .AddSingleton<IActivity, LinkCaseActivity>()
        .AddSingleton<IActivity, MessageLinkedActivity>()
        .AddSingleton<IActivity, MergeIntoActivity>()
        .AddSingleton<IActivity, CountEvaluationsActivity>();
}
