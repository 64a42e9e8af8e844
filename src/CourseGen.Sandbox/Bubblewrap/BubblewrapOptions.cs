using CourseGen.Sandbox.Bubblewrap.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What an operator may decide about the bubblewrap engine.</summary>
public sealed record BubblewrapOptions
{
    /// <summary>
    /// The folder for layers and sessions. It is made if it is not there, and must belong to the engine's user alone.
    /// Not under <c>/mnt</c>, which sessions cover.
    /// </summary>
    public string WorkFolder { get; init; } = $"/var/tmp/coursegen-{Libc.EffectiveUser()}";

    /// <summary>
    /// Folders of the host that both boxes see read-only at the same path, besides <c>/usr</c>: toolchains that are
    /// installed elsewhere. Anybody on the host must be allowed to read them.
    /// </summary>
    public IReadOnlyList<string> ToolFolders { get; init; } = [];

    /// <summary>
    /// The image whose programs the boxes have instead of this machine's own; it has to hold <c>/bin/sh</c>. The engine
    /// disposes of it.
    /// </summary>
    public ImageRoot? Image { get; init; }

    /// <summary>A cgroup v2 folder that root has given to the engine's user; without it the engine looks for a place.</summary>
    public string? CgroupFolder { get; init; }
}
