using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Flows;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Reading;

/// <summary>The shipped flows, and one with what they lack, with random damage. Whatever is wrong, the reader answers with problems, each with its file and line; it never fails. Seeded: a failure comes again.</summary>
public sealed class MutationFuzzTests
{
    private const int Mutants = 250;
    private const string Foreign = "foreign";

    /// <summary>What the shipped flows don't have: another engine's words, data, pools, and each kind of event.</summary>
    private const string ForeignFlow = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <itemDefinition id="item" structureRef="xsd:int" /><message id="m" name="m" /><signal id="s" name="s" /><error id="e" errorCode="e" /><escalation id="x" escalationCode="x" />
          <collaboration id="c"><participant id="pool" processRef="p" /><messageFlow id="mf" sourceRef="send" targetRef="get" /></collaboration>
          <process id="p" isExecutable="true"><dataObject id="d" name="n" itemSubjectRef="item" />
            <startEvent id="start"><messageEventDefinition messageRef="m" /></startEvent>
            <userTask id="u" camunda:assignee="${who}" camunda:candidateGroups="a,b"><extensionElements><camunda:inputOutput>
              <camunda:inputParameter name="i">${n + 1}</camunda:inputParameter><camunda:outputParameter name="o">x</camunda:outputParameter></camunda:inputOutput></extensionElements>
              <ioSpecification><dataInput id="in" name="in" /><inputSet /><outputSet /></ioSpecification>
              <dataInputAssociation><sourceRef>d</sourceRef><targetRef>in</targetRef></dataInputAssociation>
              <multiInstanceLoopCharacteristics camunda:collection="${list}" camunda:elementVariable="who"><completionCondition>${nrOfCompletedInstances == 2}</completionCondition></multiInstanceLoopCharacteristics></userTask>
            <boundaryEvent id="b1" attachedToRef="u"><errorEventDefinition errorRef="e" camunda:errorCodeVariable="code" /></boundaryEvent>
            <boundaryEvent id="b2" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
            <callActivity id="call" calledElement="q"><extensionElements><camunda:in source="n" target="k" /><camunda:out sourceExpression="${k * 2}" target="n" /></extensionElements></callActivity>
            <eventBasedGateway id="g" /><intermediateCatchEvent id="get"><messageEventDefinition /></intermediateCatchEvent>
            <intermediateCatchEvent id="till"><conditionalEventDefinition><condition>${n gt 3}</condition></conditionalEventDefinition></intermediateCatchEvent>
            <intermediateThrowEvent id="up"><escalationEventDefinition escalationRef="x" /></intermediateThrowEvent><endEvent id="end"><compensateEventDefinition /></endEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="u" /><sequenceFlow id="f2" sourceRef="u" targetRef="call"><conditionExpression>${empty n or n.equals(3)}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f3" sourceRef="call" targetRef="g" /><sequenceFlow id="f4" sourceRef="g" targetRef="get" /><sequenceFlow id="f5" sourceRef="g" targetRef="till" />
            <sequenceFlow id="f6" sourceRef="get" targetRef="up" /><sequenceFlow id="f7" sourceRef="till" targetRef="end" /><sequenceFlow id="f8" sourceRef="b1" targetRef="end" />
          </process>
          <process id="q" isExecutable="true"><startEvent id="qs" /><sequenceFlow id="q1" sourceRef="qs" targetRef="send" /><endEvent id="send"><messageEventDefinition /></endEvent></process>
        </definitions>
        """;

    public static TheoryData<string, int> Seeds()
    {
        var seeds = new TheoryData<string, int>();
        foreach (var flow in ShippedFlows.Keys.Append(Foreign))
            for (var seed = 1; seed <= 2; seed++)
                seeds.Add(flow, seed);
        return seeds;
    }

    [Fact]
    public void The_foreign_flow_is_right_before_it_is_damaged() => Assert.NotNull(Given.Read(("flow.bpmn", ForeignFlow)).Package);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damage_is_told_by_file_and_line(string flow, int seed)
    {
        var random = new Random(seed);
        var original = flow == Foreign ? XDocument.Parse(ForeignFlow, LoadOptions.PreserveWhitespace) : XDocument.Load(Repository.Path($"workflows/{flow}/flow.bpmn"), LoadOptions.PreserveWhitespace);
        for (var number = 0; number < Mutants; number++)
        {
            var damaged = new XDocument(original);
            for (var hits = random.Next(1, 4); hits > 0; hits--) Damage(damaged, random);
            var problems = FlowReader.Read(new FlowRef(flow, 1), ImmutableDictionary<string, string>.Empty.Add("flow.bpmn", damaged.ToString(SaveOptions.DisableFormatting))).Problems;
            foreach (var problem in problems)
                Assert.True(problem.File.Length > 0 && problem.Line > 0 && problem.Message.Length > 0, $"Mutant {number} of {flow}, seed {seed}: {problem}");
        }
    }

    private static void Damage(XDocument document, Random random)
    {
        var elements = document.Root!.Elements().Where(element => element.Name.LocalName != "BPMNDiagram").SelectMany(element => element.DescendantsAndSelf()).ToList();
        if (elements.Count == 0) return;
        var element = elements[random.Next(elements.Count)];
        var other = elements[random.Next(elements.Count)];
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var attribute = attributes.Count == 0 ? null : attributes[random.Next(attributes.Count)];
        switch (random.Next(9))
        {
            case 0: element.Remove(); break;
            case 1: element.AddAfterSelf(new XElement(element)); break;
            case 2: element.Name = other.Name; break;
            case 3: element.Name = element.Name.Namespace + "unheardOf"; break;
            case 4: attribute?.Remove(); break;
            case 5: attribute?.SetValue(other.Attribute("id")?.Value ?? ""); break;
            case 6: element.SetAttributeValue(attribute?.Name ?? "x", random.Next(2) == 0 ? "((" : "-1"); break;
            case 7 when !other.AncestorsAndSelf().Contains(element): other.Add(new XElement(element)); break;
            default: if (!element.HasElements) element.Value = "=)("; break;
        }
    }
}
