using System.Collections;

namespace CaseFlow.Runtime.Tests.Storage.SqlServer;

/// <summary>A value of a type, for a parameter whose value does not matter.</summary>
internal static class SampleValues
{
    public static object? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "x";
        if (type == typeof(byte[])) return new byte[] { 1 };
        if (type == typeof(Guid)) return Guid.Parse("01930000-0000-7000-8000-00000000000a");
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
        if (type.IsValueType) return Activator.CreateInstance(type);
        return type.IsAssignableTo(typeof(IEnumerable)) ? Several(type) : null;
    }

    private static object Several(Type type)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetInterfaces().Append(type).First(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        var values = Array.CreateInstance(item, 2);
        values.SetValue(Of(item), 0);
        values.SetValue(Of(item), 1);
        if (type.IsAssignableFrom(values.GetType())) return values;
        return Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(item) : type, values)!;
    }
}
