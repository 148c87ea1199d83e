using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>
/// Tells of everything in a DMN file that nobody here reads, so that nothing is accepted and then ignored in part: elements the standard doesn't know are
/// refused, attributes and extensions of others are named once each.
/// </summary>
internal sealed class DmnStrangers(DmnSource source)
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "definitions", "import", "itemDefinition", "itemComponent", "typeRef", "allowedValues", "typeConstraint", "functionItem", "parameters", "text",
        "inputData", "variable", "decision", "question", "allowedAnswers", "informationRequirement", "knowledgeRequirement", "authorityRequirement",
        "requiredInput", "requiredDecision", "requiredKnowledge", "requiredAuthority", "supportedObjective", "impactedPerformanceIndicator", "decisionMaker",
        "decisionOwner", "usingProcess", "usingTask", "businessKnowledgeModel", "encapsulatedLogic", "decisionService", "outputDecision", "encapsulatedDecision",
        "inputDecision", "knowledgeSource", "owner", "type", "performanceIndicator", "impactingDecision", "organizationUnit", "decisionMade", "decisionOwned",
        "elementCollection", "drgElement", "textAnnotation", "association", "sourceRef", "targetRef", "group", "artifact", "literalExpression", "importedValues",
        "importedElement", "decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues", "defaultOutputEntry", "annotation", "rule",
        "inputEntry", "outputEntry", "annotationEntry", "context", "contextEntry", "invocation", "binding", "parameter", "functionDefinition", "formalParameter",
        "list", "relation", "column", "row", "conditional", "if", "then", "else", "for", "in", "return", "every", "some", "satisfies", "filter", "match",
        "description", "extensionElements",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id", "name", "label", "typeRef", "namespace", "expressionLanguage", "typeLanguage", "exporter", "exporterVersion", "importType", "locationURI",
        "isCollection", "outputTypeRef", "href", "hitPolicy", "aggregation", "preferredOrientation", "outputLabel", "kind", "iteratorVariable", "textFormat",
        "associationDirection", "URI",
    };

    private readonly HashSet<XName> told = [];

    public void Tell() => Visit(source.Root);

    private void Visit(XElement element)
    {
        foreach (var attribute in element.Attributes().Where(attribute => IsStrange(attribute) && told.Add(attribute.Name)))
            source.Warn(element, $"Expected attributes of the standard, but {NameOf(attribute, element)} is none: it is ignored.");
        foreach (var child in element.Elements())
        {
            if (child.Name.Namespace == source.Dmn && child.Name.LocalName == "extensionElements") Extensions(child);
            else if (child.Name.Namespace == source.Dmn) Known(child);
            else if (element != source.Root && told.Add(child.Name)) source.Warn(child, $"Expected elements of the standard, but <{child.Name.LocalName}> is none: it is ignored.");
        }
    }

    /// <summary>At the top the reader itself refuses what it doesn't know.</summary>
    private void Known(XElement element)
    {
        if (!Elements.Contains(element.Name.LocalName) && element.Parent != source.Root)
            source.Problem(element, $"Expected an element of the standard, but <{element.Name.LocalName}> is none.");
        Visit(element);
    }

    private void Extensions(XElement holder)
    {
        foreach (var extension in holder.Elements().Where(extension => told.Add(extension.Name)))
            source.Warn(extension, $"Expected no extension, but <{extension.Name.LocalName}> of {extension.Name.NamespaceName} is one: it is ignored.");
    }

    private static bool IsStrange(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration
        && (attribute.Name.Namespace == XNamespace.None
            ? !Attributes.Contains(attribute.Name.LocalName)
            : attribute.Name.NamespaceName is not ("http://www.w3.org/XML/1998/namespace" or "http://www.w3.org/2001/XMLSchema-instance"));

    private static string NameOf(XAttribute attribute, XElement element) =>
        element.GetPrefixOfNamespace(attribute.Name.Namespace) is { } prefix ? $"{prefix}:{attribute.Name.LocalName}" : attribute.Name.LocalName;
}
