namespace CaseFlow.Engine.Tests.Execution.RandomModels;

/// <summary>An element of a random model.</summary>
/// <param name="Inside">XML within the element: event definitions, loops.</param>
internal sealed record Node(string Id, string Kind, string Inside = "", string Attributes = "")
{
    /// <summary>What a subprocess holds.</summary>
    public Graph? Graph { get; init; }

    /// <summary>A boundary event, or an event that only its gateway may lead to.</summary>
    public bool IsFixed { get; init; }

    public bool IsGateway => Kind is "exclusiveGateway" or "parallelGateway" or "inclusiveGateway";

    public bool IsEnd => Kind == "endEvent";

    public bool MayBeginFlow => !IsEnd && Kind is not ("eventBasedGateway" or "subProcess triggered");

    public bool MayEndFlow => !IsFixed && Kind is not ("startEvent" or "subProcess triggered");
}

internal sealed record Edge(int Number, Node From, Node To)
{
    public string Id => $"f{Number}";

    /// <summary>The variable that its condition reads, if it has one.</summary>
    public string Variable => $"c{Number}";
}
