using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Commands;

/// <summary>Delivers a signal to every open subscription of that name in the case.</summary>
public sealed record DeliverSignal(Actor Actor, string Name, FeelContext Variables) : Command(Actor);
