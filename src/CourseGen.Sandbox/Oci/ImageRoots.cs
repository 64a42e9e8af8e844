using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Bubblewrap.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// The file systems of images, each unpacked once on this machine, so that an engine without containers can make its
/// boxes of them. What has not been used for longest goes when together they are over the cap; nothing else is touched.
/// </summary>
/// <remarks>
/// Below the folder, by digest: <c>root</c> the file system, <c>bytes</c> its size, <c>users</c> a file for each engine that
/// uses it, named so that one which was cut off is known.
/// </remarks>
public sealed class ImageRoots
{
    /// <summary>The most that one image may hold, in bytes.</summary>
    public const long MaxImageBytes = 8L << 30;

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    // Boxes have their own of these, and the first two hold nothing that is worth unpacking.
    private static readonly string[] LeftOut = ["dev/*", "proc/*", "sys/*"];

    private readonly string _folder;
    private readonly long _cap;

    /// <param name="folder">Made if it is not there; must belong to this user alone.</param>
    /// <param name="cap">Bytes that may lie there while nobody uses them.</param>
    /// <exception cref="SandboxException">Somebody else could write the folder.</exception>
    public ImageRoots(string folder, long cap = 16L << 30)
    {
        WorkFolder.CheckPlace(folder);
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
        if (!Directory.Exists(place))
            await UnpackAsync(api, digest, place, cancellation);
        var mark = Path.Combine(place, "users", Owner.Create().ToString());
        await File.WriteAllBytesAsync(mark, [], cancellation);
        Prune();
        return new ImageRoot(Path.Combine(place, "root"), digest, Images.SearchPathOf(image), mark);
    }

    private static async Task UnpackAsync(EngineApi api, string image, string place, CancellationToken cancellation)
    {
        var making = $"{place}.making";
        Sweep.RemoveFolder(making);
        Directory.CreateDirectory(Path.Combine(making, "users"));
        var root = Directory.CreateDirectory(Path.Combine(making, "root")).FullName;
        var made = false;
        var create = new JsonObject { ["Image"] = image, ["Cmd"] = new JsonArray("/bin/sh"), ["NetworkDisabled"] = true };
        var container = (await api.PostAsync("/containers/create", create, cancellation))!["Id"]!.GetValue<string>();
        try
        {
            var bytes = await ExtractAsync(api, container, root, cancellation);
            await File.WriteAllTextAsync(Path.Combine(making, "bytes"), bytes.ToString(CultureInfo.InvariantCulture), cancellation);
            CheckTop(root);
            Directory.Move(making, place);
            made = true;
        }
        finally
        {
            if (!made)
                Sweep.RemoveFolder(making);
            await Leftovers.RemoveContainerAsync(api, container, CancellationToken.None);
        }
    }

    /// <summary>Unpacks what a container would begin with. Returns how many bytes that were.</summary>
    private static async Task<long> ExtractAsync(EngineApi api, string container, string root, CancellationToken cancellation)
    {
        using var answer = await api.ExportAsync(container, cancellation);
        string[] owners = Slots.IsRoot ? ["--numeric-owner", "--same-owner"] : ["--no-same-owner"];
        using var tar = HostProcess.Start("tar", ["-xpf", "-", "-C", root, .. owners, "--anchored", .. LeftOut.Select(path => $"--exclude={path}")]);
        var complaint = tar.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await using var archive = await answer.Content.ReadAsStreamAsync(cancellation);
            var bytes = await CopyAsync(archive, tar.StandardInput.BaseStream, cancellation);
            tar.StandardInput.Close();
            await tar.WaitForExitAsync(cancellation);
            return tar.ExitCode == 0 ? bytes : throw new SandboxException($"the image cannot be unpacked: {await complaint}");
        }
        catch (IOException broken)
        {
            throw new SandboxException($"the image cannot be unpacked: {broken.Message}", broken);
        }
        finally
        {
            if (!tar.HasExited)
                tar.Kill();
        }
    }

    private static async Task<long> CopyAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        var bytes = 0L;
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes += read;
            if (bytes > MaxImageBytes)
                throw new SandboxException($"the image holds more than {MaxImageBytes >> 30} GiB, which is the most that is unpacked");
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return bytes;
    }

    /// <summary>Makes what boxes cover, as the machine's own root has it. A link in place of a folder would lead out of the image.</summary>
    private static void CheckTop(string root)
    {
        foreach (var name in new[] { "etc", "var" })
        {
            var folder = new DirectoryInfo(Path.Combine(root, name));
            if (folder.LinkTarget is not null || File.Exists(folder.FullName))
                throw new SandboxException($"the image has something else than a folder at /{name}");
            folder.Create();
        }

        var temporary = Path.Combine(root, "var/tmp");
        Sweep.RemoveFolder(temporary);
        File.CreateSymbolicLink(temporary, "../tmp");
        new DirectoryInfo(root).UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }

    /// <summary>Removes what nobody uses, that which was used longest ago first, until the rest is within the cap.</summary>
    private void Prune()
    {
        var places = new DirectoryInfo(_folder).GetDirectories().Where(place => Path.GetExtension(place.Name).Length == 0)
            .OrderBy(place => Directory.GetLastWriteTimeUtc(Path.Combine(place.FullName, "users"))).ToList();
        var total = places.Sum(BytesOf);
        foreach (var place in places.TakeWhile(_ => total > _cap).Where(place => !IsUsed(place)).ToList())
        {
            total -= BytesOf(place);
            Sweep.RemoveFolder(place.FullName);
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
            catch (IOException) when (!cancellation.IsCancellationRequested)
            {
                await Task.Delay(LockInterval, cancellation);
            }
        }
    }
}
