using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>What an operator may decide about the bubblewrap engine.</summary>
public sealed record BubblewrapOptions
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>
    /// The folder for layers. It is made if it is not there, and must belong to the engine's user alone. Not under
    /// <c>/mnt</c>, which sessions cover.
    /// </summary>
    public string WorkFolder { get; init; } = $"/var/tmp/coursegen-{Libc.EffectiveUser()}";

    /// <summary>
    /// The folder for what each session writes for its own programs, some kilobytes for as long as it is open; the work
    /// folder's rules hold for it. In memory where the machine has a place for that: files that live for a second cost a
    /// disk's file system more than all else that a session is made of. Null is the work folder.
    /// </summary>
    public string? SessionsFolder { get; init; } =
        new DriveInfo(SharedMemory) is { IsReady: true, DriveFormat: "tmpfs" } ? $"{SharedMemory}/coursegen-{Libc.EffectiveUser()}" : null;

    /// <summary>Both folders, or the one that both are.</summary>
    internal IReadOnlyList<string> Folders => SessionsFolder is null || SessionsFolder == WorkFolder ? [WorkFolder] : [WorkFolder, SessionsFolder];

    /// <summary>
    /// The image whose programs the boxes have instead of this machine's own; it has to hold <c>/bin/sh</c>. The engine
    /// disposes of it.
    /// </summary>
    public ImageRoot? Image { get; init; }
}
