using System.Globalization;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Oci;

/// <summary>Unpacks what a container of an image would begin with, in a folder of this machine.</summary>
internal sealed class ImageUnpacking(EngineApi api)
{
    private const long MaxBytes = 8L << 30;

    // Boxes have their own of these, and they hold nothing that is worth unpacking.
    private static readonly string[] LeftOut = ["dev/*", "proc/*", "sys/*"];

    /// <summary>Unpacks an image at a place where nothing is yet: all of it, or nothing.</summary>
    /// <exception cref="SandboxException">It cannot be unpacked, or what boxes cover is not as it has to be.</exception>
    public async Task UnpackAsync(string image, string place, CancellationToken cancellation)
    {
        var making = $"{place}.making";
        Directory.CreateDirectory(Path.Combine(making, "users"));
        var root = Directory.CreateDirectory(Path.Combine(making, "root")).FullName;
        var made = false;
        var container = await api.CreateContainerAsync(Images.Idle(image), cancellation);
        try
        {
            var bytes = await ExtractAsync(container, root, cancellation);
            await File.WriteAllTextAsync(Path.Combine(making, "bytes"), bytes.ToString(CultureInfo.InvariantCulture), cancellation);
            CheckTop(root);
            Directory.Move(making, place);
            made = true;
        }
        finally
        {
            if (!made)
                HostFolders.Remove(making);
            await Leftovers.RemoveContainerAsync(api, container, CancellationToken.None);
        }
    }

    /// <summary>Unpacks what a container would begin with. Returns how many bytes that were.</summary>
    private async Task<long> ExtractAsync(string container, string root, CancellationToken cancellation)
    {
        using var answer = await api.ExportAsync(container, cancellation);
        string[] owners = Libc.EffectiveUser() == 0 ? ["--numeric-owner", "--same-owner"] : ["--no-same-owner"];
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
            if (bytes > MaxBytes)
                throw new SandboxException($"the image holds more than {MaxBytes >> 30} GiB, which is the most that is unpacked");
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
        HostFolders.Remove(temporary);
        File.CreateSymbolicLink(temporary, "../tmp");
        new DirectoryInfo(root).UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }
}
