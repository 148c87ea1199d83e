using System.Collections.Immutable;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.State;

namespace CaseFlow.Engine.Migrating;

/// <summary>Tokens that wait at joins: each must find its flow again, into a join of the same kind in the same scope.</summary>
internal static class TokenMoves
{
    public static ImmutableArray<MovedToken> Of(CaseMove move)
    {
        var moved = ImmutableArray.CreateBuilder<MovedToken>();
        foreach (var scope in move.State.Elements.Values)
            if (!scope.Tokens.IsEmpty && move.Inner(scope) is { } process)
                foreach (var token in scope.Tokens)
                    if (Continue(move, process, scope, token) is { } flow && flow.Id != token)
                        moved.Add(new MovedToken(scope.Key, token, flow.Id));
        return moved.ToImmutable();
    }

    private static SequenceFlow? Continue(CaseMove move, ProcessMove process, ElementInstance scope, string token)
    {
        var flow = process.Source.FindFlow(token)!;
        var join = process.Source.Elements[flow.Target];
        var next = process.Of(flow);
        var target = next is null ? null : process.Target.Elements[next.Target];
        move.Place(join.Id, target);
        var parent = scope.Key == 0 || scope.Called is not null ? process.Target.Root : process.Of(process.Source[scope.ElementId]);
        if (target is not null && target.Kind == join.Kind && target.Parent == parent?.Index) return next;
        move.Refuse(join.Id, "join-missing", $"Expected a flow of {move.To} into a join like {join.Id} for the token that waits on {token}, but there is none.");
        return null;
    }
}
