using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Whose programs the boxes have: this machine's own, or those of an image.</summary>
internal sealed class BoxRoot
{
    // On most hosts these are links into /usr; elsewhere they are folders of their own.
    private static readonly string[] HostFolders = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];

    // Boxes have their own of these.
    private static readonly string[] OwnFolders = ["dev", "etc", "proc", "run", "sys", "tmp"];

    private BoxRoot(string? folder, string searchPath, IReadOnlyList<string> flags)
    {
        Folder = folder;
        SearchPath = searchPath;
        Flags = flags;
    }

    /// <summary>The image's folder on the host, which sessions show as <c>i</c> and <c>r</c> below their root; null for the machine's own.</summary>
    public string? Folder { get; }

    /// <summary>The boxes' search path for programs.</summary>
    public string SearchPath { get; }

    /// <summary>The arguments of bubblewrap that lay out everything but the boxes' own folders.</summary>
    public IReadOnlyList<string> Flags { get; }

    /// <summary>The folder that <c>/etc</c> is made of, as the holder finds it from the session's root.</summary>
    public string Etc => Folder is null ? PrivateEtc.HostEtc : "i/etc";

    /// <summary>This machine's own programs.</summary>
    public static BoxRoot OfHost() => new(null, BoxPaths.Path,
    [
        "--ro-bind", "/usr", "/usr",
        .. HostFolders.Select(name => new DirectoryInfo($"/{name}")).Where(folder => folder.Exists).SelectMany(folder => Show(folder, folder.FullName)),
        .. HostTools.LinkedFolders.SelectMany(folder => new[] { "--ro-bind", folder, folder }),
        "--symlink", "../tmp", "/var/tmp",
    ]);

    /// <summary>The programs of an image.</summary>
    public static BoxRoot OfImage(ImageRoot image) => new(image.Folder, image.SearchPath,
    [
        .. new DirectoryInfo(image.Folder).EnumerateDirectories().Where(folder => !OwnFolders.Contains(folder.Name))
            .SelectMany(folder => Show(folder, $"/mnt/r/{folder.Name}")),
    ]);

    /// <summary>A folder of the root, read-only, or a link as it is: where it leads is decided in the box.</summary>
    private static string[] Show(DirectoryInfo folder, string from) =>
        folder.LinkTarget is { } link ? ["--symlink", link, $"/{folder.Name}"] : ["--ro-bind", from, $"/{folder.Name}"];
}
