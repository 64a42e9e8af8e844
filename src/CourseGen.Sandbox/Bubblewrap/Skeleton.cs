using System.Formats.Tar;
using System.Globalization;
using System.Text;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The empty folders, pipes, links and the one script that every session begins with, as an archive: unpacking one is
/// several times quicker than making each thing by a program of its own.
/// </summary>
/// <remarks>
/// Below the session's root: <c>u</c> what the workspace changes, <c>t</c> the learner's and <c>c</c> the checker's
/// temporary files, <c>x</c> the exchange folder, <c>l</c> layers, <c>w</c> the workspace, <c>e</c> the boxes'
/// <c>/etc</c> and <c>m</c> its mask, <c>i</c> an image and <c>r</c> what boxes see of it, <c>call</c> the channels,
/// <c>learner</c> and <c>checker</c> the roots of the boxes.
/// </remarks>
internal static class Skeleton
{
    /// <summary>How many calls of <c>as-learner</c> a session carries at a time: holder.sh, keeper.sh and as-learner.sh know it too.</summary>
    public const int MostCalls = 16;

    // The others of a channel are made for its first call: most sessions have few, and every pipe takes time.
    private static readonly string[] Pipes = ["status", "alive"];

    private const UnixFileMode ForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode ForAll = ForOwner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode ForEveryone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The devices of a box: those that belong to nobody.</summary>
    /// <remarks>Their numbers are the kernel's (Documentation/admin-guide/devices.txt).</remarks>
    public static readonly (string Name, int Major, int Minor)[] Devices =
    [
        ("null", 1, 3), ("zero", 1, 5), ("full", 1, 7), ("random", 1, 8), ("urandom", 1, 9), ("tty", 5, 0),
    ];

    // What programs expect in /dev beside the devices.
    private static readonly (string Name, string Target)[] DeviceLinks =
    [
        ("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"), ("stdout", "/proc/self/fd/1"), ("stderr", "/proc/self/fd/2"), ("ptmx", "pts/ptmx"),
    ];

    /// <summary>Writes the archive.</summary>
    /// <param name="boxRoot">Whose programs the boxes have.</param>
    public static void Write(string path, BoxRoot boxRoot)
    {
        using var archive = new TarWriter(File.Create(path), TarEntryFormat.Gnu);
        foreach (var entry in Files(boxRoot).Concat(Channels()))
            archive.WriteEntry(entry);
    }

    /// <summary>What every session has, folders before what lies in them.</summary>
    public static IReadOnlyList<TarEntry> Files(BoxRoot boxRoot)
    {
        List<TarEntry> archive = [];
        foreach (var folder in new[] { "u/up", "t/tmp", "t/shm" })
            Add(archive, TarEntryType.Directory, folder, Slots.Learner, folder == "u/up" ? ForAll : ForOwner);
        foreach (var folder in new[] { "c/tmp", "c/shm", "c/report" })
            Add(archive, TarEntryType.Directory, folder, Slots.Checker, ForOwner);
        foreach (var folder in new[] { "u/wk", "l", "l/none" })
            Add(archive, TarEntryType.Directory, folder, 0, ForOwner);
        foreach (var folder in new[] { "w", "e", "call", "call/bin" })
            Add(archive, TarEntryType.Directory, folder, 0, ForAll);
        Add(archive, TarEntryType.Directory, "call/lock", Slots.Checker, ForOwner);
        archive.Add(CallScript());
        AddRoot(archive, "learner", boxRoot);
        AddRoot(archive, "checker", boxRoot, "report", "run/as-learner");
        return archive;
    }

    /// <summary>Adds the root of a box: links, and places for what is mounted in it.</summary>
    /// <remarks>It is laid out once for all commands of a box; bubblewrap would do it again for each.</remarks>
    private static void AddRoot(List<TarEntry> archive, string root, BoxRoot boxRoot, params string[] folders)
    {
        string[] places = ["dev/pts", "dev/shm", "etc", "exchange", "proc", "run", "tmp", "workspace", .. folders, .. boxRoot.Folders.Concat(boxRoot.MountTrees).Select(folder => folder.Path.TrimStart('/'))];
        var around = boxRoot.Links.SelectMany(link => WithParents(link.Name).SkipLast(1));
        foreach (var folder in places.SelectMany(WithParents).Concat(around).Prepend("").Distinct(StringComparer.Ordinal))
            Add(archive, TarEntryType.Directory, Path.Combine(root, folder), 0, ForAll);
        foreach (var (name, major, minor) in Devices)
            archive.Add(DeviceEntry($"{root}/dev/{name}", major, minor));
        foreach (var file in new[] { "run/init", "run/command" })
            Add(archive, TarEntryType.RegularFile, $"{root}/{file}", 0, ForAll);
        foreach (var (name, target) in DeviceLinks.Select(link => ($"dev/{link.Name}", link.Target)).Concat(boxRoot.Links))
            archive.Add(new GnuTarEntry(TarEntryType.SymbolicLink, $"{root}/{name}") { LinkName = target, Mode = ForEveryone });
    }

    /// <remarks>Only root may make devices; for others there is a place where the host's is shown.</remarks>
    private static GnuTarEntry DeviceEntry(string path, int major, int minor) =>
        Slots.IsRoot
            ? new GnuTarEntry(TarEntryType.CharacterDevice, path) { DeviceMajor = major, DeviceMinor = minor, Mode = ForEveryone }
            : new GnuTarEntry(TarEntryType.RegularFile, path) { Mode = ForEveryone };

    private static IEnumerable<string> WithParents(string path) =>
        path.Select((letter, index) => (letter, index)).Where(at => at.letter == '/').Select(at => path[..at.index]).Append(path);

    /// <summary>What calls from box to box go through.</summary>
    /// <remarks>The channels' folders stay root's, so that no checker can put a link in a pipe's place.</remarks>
    public static IReadOnlyList<TarEntry> Channels()
    {
        List<TarEntry> archive = [];
        for (var channel = 0; channel < MostCalls; channel++)
        {
            var folder = $"call/{channel.ToString(CultureInfo.InvariantCulture)}";
            Add(archive, TarEntryType.Directory, folder, 0, ForAll);
            foreach (var pipe in Pipes)
                Add(archive, TarEntryType.Fifo, $"{folder}/{pipe}", Slots.Checker, ForOwner & ~UnixFileMode.UserExecute);
        }

        Add(archive, TarEntryType.Fifo, "call/request", Slots.Checker, ForOwner & ~UnixFileMode.UserExecute);
        return archive;
    }

    private static GnuTarEntry CallScript() => new(TarEntryType.RegularFile, "call/bin/as-learner")
    {
        Mode = ForAll,
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Resources.Text("as-learner.sh"))),
    };

    private static void Add(List<TarEntry> archive, TarEntryType type, string name, int owner, UnixFileMode mode) =>
        archive.Add(new GnuTarEntry(type, name) { Uid = owner, Gid = owner, Mode = mode });
}
