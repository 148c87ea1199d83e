using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Events;

public sealed class EventJsonTests
{
    public static TheoryData<Type> EventTypes =>
        [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Every_event_comes_back_as_it_was_written(Type type)
    {
        foreach (var filled in new[] { true, false })
        {
            var written = (CaseEvent)Sample.Of(type, filled)!;
            var json = EventJson.Write(written);
            var read = EventJson.Read(EventJson.TypeOf(written), json);
            Assert.Equal(type, read.GetType());
            Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(EventJson.Write(read)));
        }
    }

    [Fact]
    public void Chinese_text_stays_legible() =>
        Assert.Equal("""{"text":"路灯坏了","public":true}""", Encoding.UTF8.GetString(EventJson.Write(new NoteAdded("路灯坏了", true, null))));

    [Fact]
    public void Values_keep_their_kinds()
    {
        var written = new VariablesSet(0, TestCase.Values([("day", FeelDate.From(new DateOnly(2026, 1, 5))), ("price", 1.50m), ("none", null), ("list", new object?[] { 1, "a" })]));
        var read = (VariablesSet)EventJson.Read("variables-set", EventJson.Write(written));
        Assert.Equal(written.Values, read.Values);
    }

    [Theory]
    [InlineData("no-such-event", "{}")]
    [InlineData("note-added", "[]")]
    [InlineData("note-added", "null")]
    [InlineData("note-added", "{")]
    public void What_is_no_event_is_refused(string type, string json) =>
        Assert.Throws<FormatException>(() => EventJson.Read(type, Encoding.UTF8.GetBytes(json)));

    /// <summary>Makes a value of any of the engine's records, with all that may be null either filled or null.</summary>
    private static class Sample
    {
        private static readonly NullabilityInfoContext Nullability = new();

        public static object? Of(Type type, bool filled)
        {
            if (type == typeof(FeelContext)) return TestCase.Values([("a", 1)]);
            if (type == typeof(FeelValue)) return filled ? FeelValue.From("v") : FeelValue.Null;
            if (type == typeof(string)) return "文 \"<x>\"";
            if (type == typeof(DateTimeOffset)) return TestCase.Monday.AddTicks(1);
            if (type.IsEnum) return Enum.GetValues(type).GetValue(filled ? Enum.GetValues(type).Length - 1 : 0);
            if (type == typeof(Guid)) return new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
            if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
            if (Nullable.GetUnderlyingType(type) is { } inner) return filled ? Of(inner, filled) : null;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Array(type.GetGenericArguments()[0], filled);
            var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
            return constructor.Invoke([.. constructor.GetParameters().Select(parameter => MayBeNull(parameter) && !filled ? null : Of(parameter.ParameterType, filled))]);
        }

        private static bool MayBeNull(ParameterInfo parameter) => Nullability.Create(parameter).WriteState == NullabilityState.Nullable;

        private static object Array(Type item, bool filled)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            if (filled) list.Add(Of(item, filled));
            return typeof(ImmutableArray).GetMethods().First(method => method.Name == "CreateRange" && method.GetParameters().Length == 1).MakeGenericMethod(item).Invoke(null, [list])!;
        }
    }
}
