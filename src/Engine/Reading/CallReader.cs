using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Which process of which version a call activity calls.</summary>
internal static class CallReader
{
    /// <summary>A process of this file unless a version tag is asked for; else of the published flow that has it, as published now.</summary>
    public static CallDefinition? Read(XElement xml, CompileContext context)
    {
        var process = xml.Reference("calledElement");
        if (process is null)
        {
            context.Problems.Error("unknown-called-process", "Expected calledElement to name a process, but it is missing.", xml);
            return null;
        }

        if (Binding(xml, context) is not { } binding) return null;
        var target = Target(xml, process);
        if (target.VersionTag is null && context.Bpmn.Processes.Any(own => own.Id() == process)) return new CallDefinition(context.Flow, process, binding);
        if (context.Callable.TryGetValue(target.Key, out var package)) return new CallDefinition(package.Ref, process, binding, target.VersionTag);
        context.Problems.Error("unknown-called-process", target.VersionTag is { } tag
            ? $"Expected a published flow with process {process} and version tag {tag}, but there is none."
            : $"Expected a process of this file or a published flow, but there is no {process}.", xml);
        return null;
    }

    /// <summary>What a call activity names, once other vocabularies are translated.</summary>
    public static CallTarget Target(XElement xml, string process)
    {
        var call = xml.Extension("call");
        return new CallTarget(process, call?.Attr("binding") == "version-tag" ? call.Attr("versionTag") : null);
    }

    private static CallBinding? Binding(XElement xml, CompileContext context)
    {
        var call = xml.Extension("call");
        var hasTag = !string.IsNullOrWhiteSpace(call?.Attr("versionTag"));
        switch (call?.Attr("binding") ?? "pinned")
        {
            case "pinned" when !hasTag: return CallBinding.Pinned;
            case "latest" when !hasTag: return CallBinding.Latest;
            case "version-tag" when hasTag: return CallBinding.VersionTag;
            case "version-tag": context.Problems.Error("call-binding", "Expected versionTag with the binding version-tag, but it is missing.", xml); return null;
            case "pinned" or "latest": context.Problems.Error("call-binding", $"Expected the binding version-tag for versionTag=\"{call!.Attr("versionTag")}\", but it is another.", xml); return null;
            case var other: context.Problems.Error("call-binding", $"Expected the binding pinned, latest or version-tag, but found {other}.", xml); return null;
        }
    }
}
