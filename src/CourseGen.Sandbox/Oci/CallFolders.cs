using System.Formats.Tar;
using System.Globalization;
using System.Text;
using CourseGen.Sandbox.Bubblewrap;

namespace CourseGen.Sandbox.Oci;

/// <summary>The pipes that a checker's calls to the learner's box go through, as archives for their two file systems.</summary>
/// <remarks>
/// All folders belong to the keeper, so that no box can put a link in a pipe's place. What decides a verdict, a call's
/// status, lies where the learner's boxes have no way to.
/// </remarks>
internal static class CallFolders
{
    /// <summary>How many calls a session carries at a time; keeper.sh and as-learner.sh know it too.</summary>
    public const int Channels = Skeleton.Channels;

    private const UnixFileMode ToEnter = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode ForEveryone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly string[] LearnersPipes = ["command", "in", "out", "err"];
    private static readonly string[] CheckersPipes = ["status", "alive"];

    /// <summary>Writes the checker's side.</summary>
    public static async Task WriteCallsAsync(Stream target, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        await AddAsync(archive, TarEntryType.Directory, "lock", ToEnter | ForEveryone, cancellation);
        await AddAsync(archive, TarEntryType.Fifo, "request", ForEveryone, cancellation);
        await AddAsync(archive, TarEntryType.Directory, "bin", ToEnter, cancellation);
        var client = Entry(TarEntryType.RegularFile, "bin/as-learner", ToEnter);
        client.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Resources.Text("as-learner.sh")));
        await archive.WriteEntryAsync(client, cancellation);
        foreach (var channel in Numbers())
        {
            await AddAsync(archive, TarEntryType.Directory, channel, ToEnter, cancellation);
            foreach (var pipe in CheckersPipes)
                await AddAsync(archive, TarEntryType.Fifo, $"{channel}/{pipe}", ForEveryone, cancellation);
            foreach (var pipe in LearnersPipes)
            {
                var link = Entry(TarEntryType.SymbolicLink, $"{channel}/{pipe}", ToEnter);
                link.LinkName = $"{BoxFlags.PipesFolder}/{channel}/{pipe}";
                await archive.WriteEntryAsync(link, cancellation);
            }
        }
    }

    /// <summary>Writes the learner's side.</summary>
    public static async Task WritePipesAsync(Stream target, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var channel in Numbers())
        {
            await AddAsync(archive, TarEntryType.Directory, channel, ToEnter, cancellation);
            foreach (var pipe in LearnersPipes)
                await AddAsync(archive, TarEntryType.Fifo, $"{channel}/{pipe}", ForEveryone, cancellation);
        }
    }

    private static IEnumerable<string> Numbers() => Enumerable.Range(0, Channels).Select(channel => channel.ToString(CultureInfo.InvariantCulture));

    private static Task AddAsync(TarWriter archive, TarEntryType type, string name, UnixFileMode mode, CancellationToken cancellation) =>
        archive.WriteEntryAsync(Entry(type, name, mode), cancellation);

    private static GnuTarEntry Entry(TarEntryType type, string name, UnixFileMode mode) =>
        new(type, name) { Uid = BoxFlags.KeeperUser, Gid = BoxFlags.KeeperUser, Mode = mode };
}
