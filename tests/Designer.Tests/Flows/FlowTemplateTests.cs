using System.Xml.Linq;
using CaseFlow.Designer.Flows;

namespace CaseFlow.Designer.Tests.Flows;

public sealed class FlowTemplateTests
{
    [Fact]
    public void A_new_flow_has_its_key_and_names()
    {
        var process = Process(FlowTemplate.Approval("lost-pet", "寻找宠物", "Lost pet")["flow.bpmn"]);
        Assert.Equal(("lost-pet", "寻找宠物"), ((string?)process.Attribute("id"), (string?)process.Attribute("name")));
        Assert.Contains(process.Elements().First().Elements(), text => (string?)text.Attribute("lang") == "en" && (string?)text.Attribute("name") == "Lost pet");
    }

    [Fact]
    public void The_diagram_still_belongs_to_the_renamed_process()
    {
        var file = XDocument.Parse(FlowTemplate.Approval("lost-pet", "寻找宠物", "")["flow.bpmn"]);
        var plane = file.Descendants().Single(element => element.Name.LocalName == "BPMNPlane");
        Assert.Equal("lost-pet", (string?)plane.Attribute("bpmnElement"));
    }

    [Fact]
    public void A_copy_keeps_tables_and_forms_as_they_are()
    {
        var copy = FlowTemplate.Copy(FlowTemplate.Approval("a1", "甲", "A").Add("t.dmn", "<d/>"), "b1", "乙", "B");
        Assert.Equal(["flow.bpmn", "t.dmn"], copy.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("<d/>", copy["t.dmn"]);
        Assert.Equal("b1", (string?)Process(copy["flow.bpmn"]).Attribute("id"));
    }

    [Theory]
    [InlineData("lost-pet", true)]
    [InlineData("Lost-pet", false)]
    [InlineData("1st", false)]
    [InlineData("../etc", false)]
    [InlineData("", false)]
    public void A_key_is_fit_to_be_a_folder_and_an_id(string key, bool fits) => Assert.Equal(fits, FlowTemplate.IsKey(key));

    private static XElement Process(string xml) => XDocument.Parse(xml).Root!.Elements().Single(element => element.Name.LocalName == "process");
}
