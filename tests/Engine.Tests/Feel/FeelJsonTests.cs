using System.Text;
using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelJsonTests
{
    private const string Everything =
        "[null, true, 0.10, \"a\", [1], {n: 1}, @\"2026-01-05\", @\"09:00:00.5+08:00\", @\"2026-01-05T09:00:00@Asia/Shanghai\", @\"P1DT2H\", @\"P1Y2M\", [1..5), (< 3)]";

    [Fact]
    public void Writes_plain_values_for_others_to_read() => Assert.Equal(
        """
        [null,true,0.10,"a",[1],{"n":1},"2026-01-05","09:00:00.5+08:00","2026-01-05T09:00:00@Asia/Shanghai","P1DT2H","P1Y2M",{"start":1,"startIncluded":true,"end":5,"endIncluded":false},{"start":null,"startIncluded":false,"end":3,"endIncluded":false,"unbounded":true}]
        """.Trim(), Write(Evaluate.Of(Everything), FeelJson.Write));

    [Fact]
    public void Loses_nothing_when_typed()
    {
        var value = Evaluate.Of(Everything);
        using var json = JsonDocument.Parse(Write(value, FeelJson.WriteTyped));
        Assert.Equal(value, FeelJson.ReadTyped(json.RootElement));
    }

    [Theory]
    [InlineData("@\"2026-01-05\"", """{"@date":"2026-01-05"}""")]
    [InlineData("@\"09:00:00\"", """{"@time":"09:00:00"}""")]
    [InlineData("@\"2026-01-05T09:00:00Z\"", """{"@dateTime":"2026-01-05T09:00:00Z"}""")]
    [InlineData("@\"P3D\"", """{"@duration":"P3D"}""")]
    [InlineData("{\"@date\": \"mine\"}", """{"@@date":"mine"}""")]
    public void Tags_what_JSON_lacks(string expression, string expected)
    {
        var value = Evaluate.Of(expression);
        Assert.Equal(expected, Write(value, FeelJson.WriteTyped));
        using var json = JsonDocument.Parse(expected);
        Assert.Equal(value, FeelJson.ReadTyped(json.RootElement));
    }

    [Fact]
    public void Reads_plain_strings_as_strings_even_when_they_look_like_dates()
    {
        using var json = JsonDocument.Parse("""{"due":"2026-01-05","n":79228162514264337593543950335,"e":1e400,"n":2}""");
        Assert.Equal("{due: \"2026-01-05\", n: 2, e: null}", FeelJson.Read(json.RootElement).ToString());
    }

    [Fact]
    public void Refuses_a_stored_tag_with_the_wrong_content()
    {
        using var json = JsonDocument.Parse("""{"@date":"tomorrow"}""");
        Assert.Throws<FormatException>(() => FeelJson.ReadTyped(json.RootElement));
    }

    private static string Write(FeelValue value, Action<Utf8JsonWriter, FeelValue> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
