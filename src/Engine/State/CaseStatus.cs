namespace CaseFlow.Engine.State;

/// <summary>Where a case stands as a whole.</summary>
public enum CaseStatus
{
    Active,

    /// <summary>Came to an end of its flow.</summary>
    Completed,

    /// <summary>Ended by a terminate end event or by command.</summary>
    Terminated,
}
