namespace CaseFlow.Engine.Model;

/// <summary>Which version of a flow a call activity runs.</summary>
public enum CallBinding
{
    /// <summary>The newest when the caller was published; a case calls the same version for all its life.</summary>
    Pinned,

    /// <summary>The newest at the moment of the call.</summary>
    Latest,

    /// <summary>The newest with a given tag when the caller was published.</summary>
    VersionTag,
}
