using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Simulation.Running;

/// <summary>What the activities that ship answer when a scenario doesn't say: something of the right shape.</summary>
internal static class ActivityAnswers
{
    private static readonly Dictionary<string, Expression> ByType = new(StringComparer.Ordinal)
    {
        ["find-unit"] = Expression.Feel("if from = null then \"unit-1\" else from"),
        ["suggest-duplicates"] = Expression.Feel("[]"),
        ["suggest-answers"] = Expression.Feel("[]"),
        ["open-case"] = Expression.Feel("{number: \"00000\", caseId: \"case\"}"),
        ["link-case"] = Expression.Feel("{number: number, caseId: \"case\"}"),
        ["merge-into"] = Expression.Feel("{number: number, caseId: \"case\"}"),
        ["message-linked"] = Expression.Feel("{sent: 1}"),
        ["count-evaluations"] = Expression.Feel("{asked: 1, answered: 1, solved: 1, unsolved: 0, average: 4}"),
    };

    public static Expression? Of(string? type) => type is null ? null : ByType.GetValueOrDefault(type);
}
