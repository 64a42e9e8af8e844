using System.Formats.Tar;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Lays out a session's files and mounts by system calls, as scripts do by tar and mount(8).</summary>
internal static class SessionLayout
{
    private const uint Pipe = 0x1000;
    private const uint Device = 0x2000;
    private const ulong Bind = 0x1000;
    private const ulong Remount = 0x20;
    private const ulong Recursive = 0x4000;
    private const ulong Private = 0x40000;
    private const ulong Harmless = 2 | 4 | 8;

    // linux/mount.h
    private static readonly Dictionary<string, ulong> Flags = new(StringComparer.Ordinal)
    {
        ["ro"] = 1,
        ["nosuid"] = 2,
        ["nodev"] = 4,
        ["noexec"] = 8,
        ["bind"] = Bind,
        ["rbind"] = Bind | Recursive,
    };

    /// <summary>What comes first: the sources, in namespaces that are fresh.</summary>
    /// <param name="network">Whether the network is, too.</param>
    public static Layout Sources(IReadOnlyList<Mount> mounts, bool network)
    {
        var layout = new Layout.Builder();
        if (network)
            layout.RaiseLoopback();
        layout.AddMount("none", "/", "none", Recursive | Private, "");
        AddMounts(layout, mounts);
        return layout.Build();
    }

    /// <summary>Files that are the same for all sessions of an engine.</summary>
    public static Layout Skeleton(IEnumerable<TarEntry> entries)
    {
        var layout = new Layout.Builder();
        layout.GoTo("/mnt");
        foreach (var entry in entries)
            Add(layout, entry);
        layout.GoTo("/");
        return layout.Build();
    }

    /// <summary>
    /// What comes last: the mounts of the boxes. Opens what the session is reached by: its root, and its mount, IPC and
    /// network namespaces, the last only when it is the session's own.
    /// </summary>
    /// <param name="network">Whether the session has a network of its own.</param>
    public static Layout Boxes(IReadOnlyList<Mount> mounts, bool network)
    {
        var layout = new Layout.Builder();
        layout.GoTo("/mnt");
        AddMounts(layout, mounts);
        // The host's own may be covered in parts, and the kernel would refuse the boxes theirs.
        layout.AddMount("proc", "/proc", "proc", Harmless, "");
        layout.GoTo("/");
        layout.Open("/");
        layout.Open("/proc/thread-self/ns/mnt");
        layout.Open("/proc/thread-self/ns/ipc");
        if (network)
            layout.Open("/proc/thread-self/ns/net");
        return layout.Build();
    }

    private static void AddMounts(Layout.Builder layout, IEnumerable<Mount> mounts)
    {
        foreach (var mount in mounts)
        {
            var options = mount.Options.Split(',').ToLookup(Flags.ContainsKey);
            var flags = options[true].Aggregate(0ul, (all, option) => all | Flags[option]);
            var data = options[false].ToList();
            if (data.Remove(Mount.MakeFolder))
                AddFolders(layout, mount.Target);
            layout.AddMount(mount.Source, mount.Target, mount.Type, flags, string.Join(',', data));
            // A bind shows a folder as it is; that it is to be read-only is a second step (mount(2)).
            if ((flags & Bind) != 0 && (flags & ~(Bind | Recursive)) != 0)
                layout.AddMount("none", mount.Target, "none", flags | Remount, "");
        }
    }

    private static void AddFolders(Layout.Builder layout, string path)
    {
        const UnixFileMode forAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        for (var end = path.IndexOf('/', 1); end >= 0; end = path.IndexOf('/', end + 1))
            layout.AddFolder(path[..end], forAll);
        layout.AddFolder(path, forAll);
    }

    private static void Add(Layout.Builder layout, TarEntry entry)
    {
        switch (entry)
        {
            case { EntryType: TarEntryType.Directory }:
                layout.AddFolder(entry.Name, entry.Mode);
                break;
            case { EntryType: TarEntryType.SymbolicLink }:
                layout.AddLink(entry.Name, entry.LinkName);
                break;
            case { EntryType: TarEntryType.Fifo }:
                layout.AddNode(entry.Name, entry.Mode, Pipe, 0, 0);
                break;
            case GnuTarEntry { EntryType: TarEntryType.CharacterDevice } device:
                layout.AddNode(entry.Name, entry.Mode, Device, device.DeviceMajor, device.DeviceMinor);
                break;
            default:
                layout.AddFile(entry.Name, entry.Mode, TextOf(entry));
                break;
        }

        if (entry.Uid != 0)
            layout.AddOwner(entry.Name, entry.Uid);
    }

    private static string TextOf(TarEntry file)
    {
        if (file.DataStream is null)
            return "";
        using var reader = new StreamReader(file.DataStream, leaveOpen: true);
        return reader.ReadToEnd();
    }
}
