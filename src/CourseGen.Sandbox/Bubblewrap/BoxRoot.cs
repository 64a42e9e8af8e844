using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Whose programs the boxes have: this machine's own, or those of an image.</summary>
internal sealed class BoxRoot
{
    // On most hosts these are links into /usr; elsewhere they are folders of their own.
    private static readonly string[] HostFolders = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"];

    // Boxes have their own of these.
    private static readonly string[] OwnFolders = ["dev", "etc", "proc", "run", "sys", "tmp"];

    private BoxRoot(string? folder, string searchPath, IReadOnlyList<(string Name, string Target)> links, ILookup<bool, (string From, string Path)> folders)
    {
        Folder = folder;
        SearchPath = searchPath;
        Links = links;
        Folders = [.. folders[false]];
        MountTrees = [.. folders[true]];
    }

    /// <summary>The image's folder on the host, which sessions show as <c>i</c> and <c>r</c> below their root; null for the machine's own.</summary>
    public string? Folder { get; }

    /// <summary>The boxes' search path for programs.</summary>
    public string SearchPath { get; }

    /// <summary>Links of the root, which lead where they say within the box.</summary>
    public IReadOnlyList<(string Name, string Target)> Links { get; }

    /// <summary>Folders that boxes see read-only: where they are, and their paths in the box.</summary>
    public IReadOnlyList<(string From, string Path)> Folders { get; }

    /// <summary>
    /// The same of those with which boxes are to see what is mounted in them; bubblewrap knows how to make all of that
    /// read-only. Without root, what is mounted in a folder cannot be parted from it, should there ever be something.
    /// </summary>
    public IReadOnlyList<(string From, string Path)> MountTrees { get; }

    /// <summary>The folder that <c>/etc</c> is made of, as the holder finds it from the session's root.</summary>
    public string Etc => Folder is null ? PrivateEtc.HostEtc : "i/etc";

    /// <summary>This machine's own programs.</summary>
    public static BoxRoot OfHost() => OfHost([.. File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')[1])]);

    /// <summary>This machine's own programs, where something is mounted in certain places.</summary>
    internal static BoxRoot OfHost(List<string> mounted)
    {
        var tops = HostFolders.Select(name => new DirectoryInfo($"/{name}")).Where(folder => folder.Exists).ToLookup(folder => folder.LinkTarget is not null);
        IEnumerable<string> folders = ["/usr", .. tops[false].Select(folder => folder.FullName), .. HostTools.LinkedFolders];
        return new(null, BoxPaths.Path,
            [.. tops[true].Select(LinkOf), ("var/tmp", "../tmp")],
            folders.ToLookup(HasMounts, folder => (folder, folder)));

        bool HasMounts(string folder) => !Slots.IsRoot || mounted.Exists(place => place.StartsWith(folder + "/", StringComparison.Ordinal));
    }

    /// <summary>The programs of an image.</summary>
    public static BoxRoot OfImage(ImageRoot image)
    {
        var tops = new DirectoryInfo(image.Folder).EnumerateDirectories().Where(folder => !OwnFolders.Contains(folder.Name)).ToLookup(folder => folder.LinkTarget is not null);
        return new(image.Folder, image.SearchPath,
            [.. tops[true].Select(LinkOf)], tops[false].Select(folder => ($"/mnt/r/{folder.Name}", $"/{folder.Name}")).ToLookup(_ => false));
    }

    private static (string Name, string Target) LinkOf(DirectoryInfo link) => (link.Name, link.LinkTarget!);
}
