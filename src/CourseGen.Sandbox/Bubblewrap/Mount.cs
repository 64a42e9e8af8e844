namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>A mount of a session, with the words that fstab(5) has for one.</summary>
/// <param name="Source">What is mounted.</param>
/// <param name="Target">Where; relative to <c>/mnt</c> unless it is absolute.</param>
/// <param name="Type">The kind of file system; <c>none</c> for what is mounted already.</param>
/// <param name="Options">Options, separated by commas.</param>
internal sealed record Mount(string Source, string Target, string Type, string Options)
{
    /// <summary>The option that makes the folder it is mounted on.</summary>
    public const string MakeFolder = "X-mount.mkdir";

    /// <summary>The line of fstab.</summary>
    public string Line => $"{Escape(Source)} {Escape(Target)} {Type} {Options} 0 0";

    private static string Escape(string path) => path
        .Replace("\\", "\\134", StringComparison.Ordinal).Replace(" ", "\\040", StringComparison.Ordinal)
        .Replace("\t", "\\011", StringComparison.Ordinal).Replace("\n", "\\012", StringComparison.Ordinal)
        .Replace("#", "\\043", StringComparison.Ordinal);
}

/// <summary>The mounts of a session.</summary>
/// <param name="Sources">What comes from the host, and the sized file systems.</param>
/// <param name="Boxes">What is made of them, once the skeleton lies in them.</param>
internal sealed record SessionMounts(IReadOnlyList<Mount> Sources, IReadOnlyList<Mount> Boxes);
