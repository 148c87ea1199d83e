using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CaseFlow.Designer.Panel;
using CaseFlow.Runtime.Directory;
using CaseFlow.Runtime.Publishing;

namespace CaseFlow.Designer.Flows;

/// <summary>Gathers what a flow may name: from the directory, from its own files, from the other flows.</summary>
public sealed class ChoicesReader(UnitDirectory directory, FlowRegister register)
{
    public async Task<FlowChoices> ReadAsync(Reader reader, FlowFiles flow, CancellationToken cancel = default)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        var teams = await directory.TeamsAsync(reader.Tenant, cancel);
        var units = await directory.UnitsAsync(reader.Tenant, cancel);
        var flows = await register.ListAsync(reader, cancel);
        return FlowChoices.None with
        {
            Teams = [.. teams.DistinctBy(team => team.Key).Select(team => new Choice(team.Key, team.Name.In(language)))],
            Units = [.. units.Select(unit => new Choice(unit.Code, unit.Name.In(language)))],
            Forms = Forms(flow.Files),
            Decisions = Decisions(flow.Files),
            Flows = [.. flows.Where(row => row.Key != flow.Key).Select(row => new Choice(row.Key, row.Name.In(language)))],
        };
    }

    private static System.Collections.Immutable.ImmutableArray<Choice> Forms(IReadOnlyDictionary<string, string> files) =>
        [.. files.Keys.Where(name => name.EndsWith(".form.json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
            .Select(name => name[..^".form.json".Length]).Select(key => new Choice(key, key))];

    private static System.Collections.Immutable.ImmutableArray<Choice> Decisions(IReadOnlyDictionary<string, string> files) =>
        [.. files.Where(file => file.Key.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase)).SelectMany(file => DecisionsIn(file.Value))];

    private static IEnumerable<Choice> DecisionsIn(string dmn)
    {
        try
        {
            return [.. XDocument.Parse(dmn).Root!.Elements().Where(element => element.Name.LocalName == "decision")
                .Select(decision => new Choice((string?)decision.Attribute("id") ?? "", (string?)decision.Attribute("name") ?? ""))];
        }
        catch (XmlException)
        {
            // A table that can't be read is named by the publication checks; here it only has nothing to offer.
            return [];
        }
    }
}
