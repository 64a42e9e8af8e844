using CourseGen.Sandbox.Host.Native;

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
    /// The image whose programs the boxes have instead of this machine's own; it has to hold <c>/bin/sh</c>. The engine
    /// disposes of it.
    /// </summary>
    public ImageRoot? Image { get; init; }
}
