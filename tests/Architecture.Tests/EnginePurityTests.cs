using System.Reflection;
using System.Runtime.CompilerServices;

namespace CaseFlow.Architecture.Tests;

/// <summary>The engine is pure: no asynchronous work, no state outside what a step is given.</summary>
public sealed class EnginePurityTests
{
    private static readonly Assembly Engine = typeof(CaseFlow.Engine.Actor).Assembly;

    [Fact]
    public void No_method_is_asynchronous()
    {
        var found = Engine.GetTypes()
            .Where(type => typeof(IAsyncStateMachine).IsAssignableFrom(type))
            .Select(type => type.FullName);
        Assert.Empty(found);
    }

    [Fact]
    public void No_static_field_can_be_written_after_it_was_set()
    {
        var found = Engine.GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}");
        Assert.Empty(found);
    }

    [Fact]
    public void Commands_and_events_are_sealed_records()
    {
        var open = Engine.GetTypes()
            .Where(type => typeof(CaseFlow.Engine.Commands.Command).IsAssignableFrom(type) || typeof(CaseFlow.Engine.Events.CaseEvent).IsAssignableFrom(type))
            .Where(type => !type.IsAbstract && (!type.IsSealed || type.GetMethod("<Clone>$") is null))
            .Select(type => type.FullName);
        Assert.Empty(open);
    }

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.DeclaringType is { } outer && IsGenerated(outer);
}
