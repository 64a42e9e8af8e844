using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// The file systems of images, each unpacked once on this machine, so that an engine without containers can make its
/// boxes of them. What has not been used for longest goes when together they are over the cap; nothing else is touched.
/// </summary>
/// <remarks>
/// Below the folder, by digest: <c>root</c> the file system, <c>bytes</c> its size, <c>users</c> a file for each engine that
/// uses it, named so that one which was cut off is known. A place gets its name when all of it is there, and has lost it before
/// anything of it goes.
/// </remarks>
public sealed class ImageRoots
{
    // EAGAIN: somebody else has the lock. Every other error would stay what it is.
    private const int TryAgain = 11;

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly long _cap;

    /// <param name="folder">Made if it is not there; must belong to this user alone.</param>
    /// <param name="cap">Bytes that may lie there while nobody uses them.</param>
    /// <exception cref="SandboxException">Somebody else could write the folder.</exception>
    public ImageRoots(string folder, long cap = 16L << 30)
    {
        HostFolders.MakeOwn(folder);
        _folder = folder;
        _cap = cap;
    }

    /// <summary>The folder that a user has by default.</summary>
    public static string DefaultFolder { get; } = $"/var/tmp/coursegen-images-{Libc.EffectiveUser()}";

    /// <summary>An image's file system, unpacked unless it was before.</summary>
    /// <param name="options">Where the engine is that has the image, and which image it is.</param>
    /// <exception cref="SandboxException">No engine answers, it has no such image, or that cannot be unpacked here.</exception>
    public async Task<ImageRoot> UseAsync(OciOptions options, CancellationToken cancellation)
    {
        using var api = await EngineApi.ConnectAsync(EngineAddress.Parse(options.Address), cancellation);
        var name = options.Image ?? throw new SandboxException("an image has to be named");
        var image = await new Images(api).FindAsync(name, cancellation) ?? throw new SandboxException($"the engine at {options.Address} has no image {name}");
        var digest = Images.IdOf(image);
        var place = Path.Combine(_folder, digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        await using var one = await LockAsync(cancellation);
        RemoveUnfinished();
        if (!Directory.Exists(place))
            await new ImageUnpacking(api).UnpackAsync(digest, place, cancellation);
        var mark = Path.Combine(place, "users", Owner.Create().ToString());
        await File.WriteAllBytesAsync(mark, [], cancellation);
        Prune();
        return new ImageRoot(Path.Combine(place, "root"), digest, Images.SearchPathOf(image), mark);
    }

    /// <summary>Removes what somebody was making, or removing, when he was cut off.</summary>
    private void RemoveUnfinished()
    {
        foreach (var place in Directory.GetDirectories(_folder).Where(place => Path.GetExtension(place).Length > 0))
            HostFolders.Remove(place);
    }

    /// <summary>Removes what nobody uses, that which was used longest ago first, until the rest is within the cap.</summary>
    private void Prune()
    {
        var places = new DirectoryInfo(_folder).GetDirectories()
            .OrderBy(place => Directory.GetLastWriteTimeUtc(Path.Combine(place.FullName, "users"))).ToList();
        var total = places.Sum(BytesOf);
        foreach (var place in places)
        {
            if (total <= _cap)
                return;
            if (IsUsed(place))
                continue;
            total -= BytesOf(place);
            var going = $"{place.FullName}.going";
            Directory.Move(place.FullName, going);
            HostFolders.Remove(going);
        }
    }

    private static bool IsUsed(DirectoryInfo place)
    {
        var marks = Directory.GetFiles(Path.Combine(place.FullName, "users"));
        foreach (var mark in marks.Where(mark => Owner.IsDead(Path.GetFileName(mark))))
            File.Delete(mark);
        return marks.Any(File.Exists);
    }

    private static long BytesOf(DirectoryInfo place) =>
        long.Parse(File.ReadAllText(Path.Combine(place.FullName, "bytes")), CultureInfo.InvariantCulture);

    /// <summary>Keeps other processes of this user out until it is disposed of.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException busy) when (busy.HResult == TryAgain)
            {
                await Task.Delay(LockInterval, cancellation);
            }
        }
    }
}
