using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Tests.Reading;

public sealed class ForeignVocabularyTests
{
    [Fact]
    public void Simple_expressions_are_read_as_FEEL_and_what_is_dropped_is_named() => Assert.Equal(
        ["foreign-attribute u"],
        Given.Problems("""
        <startEvent id="start" />
        <userTask id="u" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:assignee="${user}" camunda:priority="5" />
        <endEvent id="end" />
        <sequenceFlow sourceRef="start" targetRef="u" />
        <sequenceFlow sourceRef="u" targetRef="end" />
        """, severity: ProblemSeverity.Warning));

    [Theory]
    [InlineData("${a == 1}", "a = 1")]
    [InlineData("${a != 'x y' && !b}", "a != \"x y\" and not(b)")]
    [InlineData("${a gt 1 || b le 2}", "a > 1 or b <= 2")]
    [InlineData("test.contains(\"a\")", "contains(test, \"a\")")]
    [InlineData("${bean.call(a)}", null)]
    [InlineData("${a[0]}", "a[1]")]
    [InlineData("${a['k']}", "get value(a, \"k\")")]
    [InlineData("${a[b]}", null)]
    [InlineData("${a > 1 ? 'x' : b}", "(if a > 1 then \"x\" else b)")]
    [InlineData("${a * (b - 1) % 2 == -c}", "modulo(a * (b - 1), 2) = -c")]
    [InlineData("${not (a && b)}", "not((a and b))")]
    [InlineData("${order.lines.size() div 2 ge 3}", "count(order.lines) / 2 >= 3")]
    [InlineData("${a.toLowerCase().startsWith('x')}", "starts with(lower case(a), \"x\")")]
    [InlineData("${a.equals(b)}", "(a = b)")]
    [InlineData("${empty a}", "(if a = null then true else if a instance of string then a = \"\" else if a instance of list<Any> then count(a) = 0 else false)")]
    [InlineData("${execution.getVariable('a') == execution.businessKey}", "a = businessKey")]
    [InlineData("${execution.id}", null)]
    [InlineData("#{a}", "a")]
    [InlineData("Case ${a} of ${b}", "\"Case \" + string(a) + \" of \" + string(b)")]
    [InlineData("${fn:length(a)}", null)]
    [InlineData("${a = 1}", null)]
    [InlineData("${'\\''}", null)]
    [InlineData("${a +}", null)]
    [InlineData("${}", null)]
    public void Translates_what_has_an_equal_in_FEEL(string juel, string? feel) => Assert.Equal(feel, JuelTranslation.Translate(juel));

    [Fact]
    public void Reads_the_vocabulary_of_Camunda_8()
    {
        var package = Given.Package(Given.Files("""
            <startEvent id="start" />
            <userTask id="u" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
              <extensionElements>
                <zeebe:assignmentDefinition assignee="=owner" candidateGroups="clerks" />
                <zeebe:ioMapping><zeebe:input source="=a" target="b" /></zeebe:ioMapping>
              </extensionElements>
            </userTask>
            <sequenceFlow sourceRef="start" targetRef="u" />
            """));
        var task = package.Processes["p"]["u"];
        Assert.Equal(("clerks", "=owner", "b"), (task.UserTask!.Team, task.UserTask.Assignee!.ToString(), task.Inputs.Single().Target));
    }
}
