namespace CaseFlow.Engine.Execution;

/// <summary>A model's fault, on its way from where it shows to <see cref="Faults.Guard"/>, which makes an incident of it. It never leaves the interpreter.</summary>
internal sealed class ModelFault(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
