using System.Globalization;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Fills layers.</summary>
internal sealed class LayerFolders(WorkFolder work)
{
    /// <summary>Copies a folder of the host.</summary>
    public async Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
            throw new SandboxException($"there is no folder {folder}");
        var (layer, target) = work.NewLayer();
        await RunAsync(
            "sh", [work.Script("keep-folder.sh"), folder, target, Slots.Learner.ToString(CultureInfo.InvariantCulture)],
            target, cancellation);
        return layer;
    }

    /// <summary>Copies what a session has changed in its workspace.</summary>
    public async Task<Layer> KeepChangesAsync(Holder holder, CancellationToken cancellation)
    {
        var (layer, target) = work.NewLayer();
        await RunAsync(
            "nsenter", [.. holder.Namespaces, "--", "sh", work.Script("keep-changes.sh"), target], target, cancellation);
        return layer;
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, string target, CancellationToken cancellation)
    {
        using var process = HostProcess.Start(program, arguments);
        process.StandardInput.Close();
        var kept = false;
        try
        {
            var complaint = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new SandboxException($"cannot keep a layer: {complaint.Trim()}");
            kept = true;
        }
        finally
        {
            if (!kept)
            {
                process.Kill(entireProcessTree: true);
                Sweep.RemoveFolder(target);
            }
        }
    }
}
