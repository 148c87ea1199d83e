namespace CaseFlow.Engine.Cases;

/// <summary>A stored document as the case's events name it; the content lives in the document store.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex of the content.</param>
/// <param name="Public">True: the reporter sees it.</param>
public sealed record DocumentFacts(Guid Id, string Name, string MediaType, long Size, string Sha256, bool Public);
