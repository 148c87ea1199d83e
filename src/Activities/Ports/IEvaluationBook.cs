namespace CaseFlow.Activities.Ports;

/// <summary>Evaluations as given.</summary>
public interface IEvaluationBook
{
    /// <summary>The latest evaluation of its outcome that the case's reporter gave; null: none.</summary>
    Task<ReporterEvaluation?> LatestAsync(string tenant, Guid caseId, CancellationToken cancel);

    /// <summary>When the case's present stage was entered the last time.</summary>
    Task<DateTimeOffset?> StageEnteredAsync(string tenant, Guid caseId, CancellationToken cancel);
}

/// <param name="Score">1 to 5.</param>
public sealed record ReporterEvaluation(DateTimeOffset At, int? Score, bool? Solved);
