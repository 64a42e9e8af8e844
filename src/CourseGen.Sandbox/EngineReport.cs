namespace CourseGen.Sandbox;

/// <summary>What an engine is and what it guarantees on this machine.</summary>
/// <param name="Name">The engine's name as used on the command line.</param>
/// <param name="Version">The version of the program that does the boxing.</param>
/// <param name="Guarantees">Each guarantee, whether it holds here, and how to get it where it does not.</param>
public sealed record EngineReport(string Name, string Version, IReadOnlyList<Guarantee> Guarantees)
{
    /// <summary>The digest of the image that boxes are made from; null when they have the machine's own programs.</summary>
    public string? ImageDigest { get; init; }

    /// <summary>Whether the engine can run anything here at all.</summary>
    public bool Usable => Guarantees.All(guarantee => guarantee.Holds || !guarantee.Required);
}

/// <summary>One thing that an engine promises.</summary>
/// <param name="Name">What is promised, for a person.</param>
/// <param name="Holds">Whether this machine gives it.</param>
/// <param name="Required">Whether the engine refuses to run without it.</param>
/// <param name="Remedy">How to get it, when it does not hold.</param>
public sealed record Guarantee(string Name, bool Holds, bool Required, string? Remedy);

/// <summary>An engine failed in a way that is ours and not the program's.</summary>
public class SandboxException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An engine has no room for another session, nor for another caller that waits for one. Nothing was started.</summary>
public sealed class SandboxBusyException(QueueLimits limits)
    : SandboxException($"all places are taken: {limits.Open} for open sessions, {limits.Waiting} for callers that wait for one; try again when a session has ended");
