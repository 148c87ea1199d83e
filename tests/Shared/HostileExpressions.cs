namespace CaseFlow.Tests;

/// <summary>FEEL that means to take for ever, to fill the memory or to overflow the stack. Each must end at once: in a value, at a limit or as no FEEL.</summary>
internal static class HostileExpressions
{
    public static IReadOnlyList<string> All { get; } = [.. Evaluated, .. Parsed()];

    private static string[] Evaluated =>
    [
        """for i in 1..100000, j in 1..100000 return i""",
        """for i in 1..1000, j in 1..1000, k in 1..1000 return i * j * k""",
        """some i in 1..100000, j in 1..100000 satisfies false""",
        """every i in 1..99999, j in 1..99999 satisfies true""",
        """for i in 1..99999999999 return i""",
        """for i in -999999999999999..999999999999999 return i""",
        """for i in @"-999999999-01-01"..@"999999999-12-31" return i""",
        """(function(f) f(f))(function(f) f(f))""",
        """{f: function(n) f(n + 1) + f(n + 1), r: f(1)}.r""",
        """{f: function(n) if n = 0 then 1 else f(n - 1) + f(n - 1), r: f(40)}.r""",
        """{ack: function(m, n) if m = 0 then n + 1 else if n = 0 then ack(m - 1, 1) else ack(m - 1, ack(m, n - 1)), r: ack(4, 4)}.r""",
        """for i in 1..60 return if i = 1 then "0123456789" else partial[-1] + partial[-1]""",
        """for i in 1..60 return if i = 1 then "0123456789" else string join([partial[-1], partial[-1]])""",
        """for i in 1..60 return if i = 1 then "a" else replace(partial[-1], "a", "aaaaaaaaaaaaaaaaaaaa")""",
        """for i in 1..60 return if i = 1 then "ab" else upper case(partial[-1] + partial[-1])""",
        """for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])""",
        """for i in 1..60 return if i = 1 then [1] else append(partial[-1], partial[-1])""",
        """for i in 1..60 return if i = 1 then [1] else flatten([partial[-1], partial[-1]])""",
        """for i in 1..60 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]}""",
        """for i in 1..60 return if i = 1 then {a: 1} else context put(context put({}, "x", partial[-1]), "y", partial[-1])""",
        """for i in 1..400 return if i = 1 then [1] else [partial[-1]]""",
        """for i in 1..100000 return partial""",
        """for i in 1..3000 return string(partial)""",
        """string(for i in 1..99999 return [i, i, i, i, i, i, i, i])""",
        """distinct values(for i in 1..100000 return i)""",
        """union(for i in 1..50000 return i, for i in 1..50000 return -i)""",
        """sort(for i in 1..100000 return -i, function(a, b) a < b)""",
        """sort(for i in 1..50000 return i, function(a, b) true)""",
        """sort(for i in 1..20000 return i, function(a, b) count(for k in 1..10000 return k) > 0)""",
        """list replace(for i in 1..90000 return i, function(a, b) count(for k in 1..1000 return k) > 0, 1)""",
        """count(for i in 1..500 return for j in 1..500 return for k in 1..500 return k)""",
        """(for i in 1..90000 return i)[count((for j in 1..90000 return j)[item > 0]) > 0]""",
        """(for i in 1..2000 return {a: i})[a in (for j in 1..2000 return j)]""",
        """matches(string join(for i in 1..400 return "a"), "(a+)+\\1b")""",
        """matches(string join(for i in 1..5000 return "a"), "(a*)*b")""",
        """matches(string join(for i in 1..50000 return "ab"), "(a|b|ab)*c")""",
        """matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a|aa)+$\\1?")""",
        """matches("a", "((((((((((a{1,30}){1,30}){1,30}){1,30}){1,30}){1,30}){1,30}){1,30}){1,30}){1,30})")""",
        """matches("aaaa", "a{1,1000000000}")""",
        """matches("aaaa", "(((a{1,1000}){1,1000}){1,1000})\\1")""",
        """matches(string join(for i in 1..2000 return "x"), "(x{1,50}){1,50}y")""",
        """for i in 1..2000 return matches(string(i), "a" + string(i) + "(b|c)*")""",
        """for i in 1..2000 return replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a+)+", "$1$1$1$1")""",
        """split(string join(for i in 1..90000 return "a;"), ";")""",
        """for i in 1..1000 return split(string join(for i in 1..1000 return "a;"), ";")""",
        """replace(string join(for i in 1..90000 return "a"), "a", string join(for i in 1..1000 return "b"))""",
        """10**10**10""",
        """9999999999**9999999999""",
        """2**2147483647""",
        """1.0000000001**2147483647""",
        """0.9999999999**2147483647""",
        """exp(exp(exp(10)))""",
        """product(for i in 1..90000 return i)""",
        """stddev(for i in 1..90000 return i * 1000000000)""",
        """mode(for i in 1..90000 return i)""",
        """median(for i in 1..90000 return -i)""",
        """decimal(1/3, 99999999999)""",
        """context(for i in 1..90000 return {key: string(i), value: i})""",
        """context merge(for i in 1..90000 return {a: i})""",
        """context merge(for i in 1..20000 return context([{key: string(i), value: i}]))""",
        """get entries(context(for i in 1..50000 return {key: string(i), value: i}))""",
        """context(for i in 1..9000 return {key: string(i), value: i}) = context(for i in 1..9000 return {key: string(i), value: i})""",
        """for i in 1..300 return context(for i in 1..900 return {key: string(i), value: i}) = context(for i in 1..900 return {key: string(i), value: i})""",
        """(for i in 1..90000 return i) = (for i in 1..90000 return i)""",
        """list contains(for i in 1..90000 return [[[[[i]]]]], [[[[[0]]]]])""",
        """index of(for i in 1..90000 return i, 90000)""",
        """for i in 1..500 return index of(for i in 1..500 return i, 500)""",
        """for i in 1..1000 return sum(for j in 1..1000 return j)""",
        """for i in 1..100000 return date("2020-01-01") + duration("P" + string(i) + "D")""",
        """ for i in 1..100000 return @"2020-01-01T00:00:00@Europe/Paris" + @"PT1H" """,
        """for i in 1..100000 return number(string(i))""",
        """for i in 1..100000 return range("[1.." + string(i + 1) + "]")""",
        """for i in 1..100000 return substring(string join(for j in 1..1000 return "x"), 500)""",
        """for i in 1..60 return if i = 1 then "x" else string join([string(partial), string(partial)])""",
        """{a: for i in 1..90000 return i, b: for i in a return a}.b""",
        """{a: for i in 1..900 return i, b: for i in a return concatenate(a, a)}.b""",
        """@"P999999999999999999D" * 999999999999999999""",
        """ @"999999999-12-31" + @"P999999999999999999M" """,
        """(for i in 1..300 return for j in 1..300 return i * j)[item[1] > 0][count(item) > 0]""",
        """overlaps(for i in 1..90000 return [1..2], [1..2])""",
        """for i in 1..100000 return function(x) x""",
        """string(for i in 1..9000 return function(x) x)""",
    ];

    private static IEnumerable<string> Parsed()
    {
        (string Part, int Times)[] repeated =
        [
            ("(", 100_000), ("[", 100_000), ("1 + ", 24_000), ("a.", 49_000), ("9", 99_000), ("not(", 24_000), ("{a:", 33_000), ("[1,", 33_000),
            ("if a then ", 9_000), ("a ", 49_000), ("f(", 49_000), ("-", 99_000), ("a and ", 16_000), ("x in (", 16_000), ("function(x) ", 8_000),
            ("for i in 1..2 return ", 4_000), ("x instance of list<", 5_000), ("/*", 49_000), ("a", 400_000), ("\"", 99_000),
        ];
        foreach (var (part, times) in repeated) yield return string.Concat(Enumerable.Repeat(part, times)) + "1";
        yield return "[" + string.Concat(Enumerable.Repeat("1,", 49_000)) + "1]";
        yield return "matches(\"a\", \"" + string.Concat(Enumerable.Repeat("(a|b)*", 300)) + "\")";
        yield return "matches(\"a\", \"" + new string('(', 900) + new string(')', 900) + "\")";
    }
}
