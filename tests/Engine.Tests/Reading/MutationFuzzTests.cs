using System.Collections.Immutable;
using System.Xml.Linq;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Flows;
using CaseFlow.TestSupport;

namespace CaseFlow.Engine.Tests.Reading;

/// <summary>The shipped flows with random damage. Whatever is wrong, the reader answers with problems, each with its file and line; it never fails. Seeded: a failure comes again.</summary>
public sealed class MutationFuzzTests
{
    private const int Mutants = 250;

    public static TheoryData<string, int> Seeds()
    {
        var seeds = new TheoryData<string, int>();
        foreach (var flow in ShippedFlows.Keys)
            for (var seed = 1; seed <= 2; seed++)
                seeds.Add(flow, seed);
        return seeds;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damage_is_told_by_file_and_line(string flow, int seed)
    {
        var random = new Random(seed);
        var original = XDocument.Load(Repository.Path($"workflows/{flow}/flow.bpmn"), LoadOptions.PreserveWhitespace);
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
