namespace CaseFlow.Activities;

/// <summary>A setting doesn't hold what the activity needs. Trying again would not help.</summary>
public sealed class SettingException(string message) : Exception(message);
