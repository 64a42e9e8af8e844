using CourseGen.Sandbox.Bubblewrap.Holders;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>Fills layers, and removes those that were let go of once no session uses them.</summary>
internal sealed class LayerFolders(WorkFolder work)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    /// <summary>The folders of layers, which stay until the use is released.</summary>
    /// <exception cref="SandboxException">The engine keeps one of them no longer, or never did.</exception>
    public LayerUse Use(IReadOnlyList<Layer> layers)
    {
        lock (_gate)
        {
            var folders = layers.Select(layer => !_dropped.Contains(layer.Id) ? work.FolderOf(layer) : throw WorkFolder.NoLayer(layer)).ToList();
            foreach (var layer in layers)
                _uses[layer.Id] = _uses.GetValueOrDefault(layer.Id) + 1;
            return new LayerUse(this, layers, folders);
        }
    }

    /// <summary>Lets go of layers.</summary>
    public void Drop(IEnumerable<Layer> layers)
    {
        List<string> unused;
        lock (_gate)
        {
            var folders = layers.Where(layer => _dropped.Add(layer.Id)).ToDictionary(layer => layer.Id, work.FolderOf);
            unused = [.. folders.Where(one => !_uses.ContainsKey(one.Key)).Select(one => one.Value)];
        }

        HostFolders.Remove([.. unused]);
    }

    /// <summary>Says that a session over layers has ended.</summary>
    public void Release(IReadOnlyList<Layer> layers)
    {
        List<string> unused;
        lock (_gate)
        {
            foreach (var layer in layers.Where(layer => --_uses[layer.Id] == 0))
                _uses.Remove(layer.Id);
            unused = [.. layers.Distinct().Where(layer => _dropped.Contains(layer.Id) && !_uses.ContainsKey(layer.Id)).Select(work.FolderOf)];
        }

        HostFolders.Remove([.. unused]);
    }

    /// <summary>Copies a folder of the host.</summary>
    public async Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(folder) || !Directory.Exists(folder))
            throw new SandboxException($"there is no folder {folder}");
        var (layer, target) = work.NewLayer();
        await FillAsync(target, () => Task.Run(() => FolderCopy.Copy(folder, target, Slots.Learner), cancellation));
        return layer;
    }

    /// <summary>Copies what a session has changed in its workspace.</summary>
    public async Task<Layer> KeepChangesAsync(Holder holder, CancellationToken cancellation)
    {
        var (layer, target) = work.NewLayer();
        if (Directory.EnumerateFileSystemEntries(holder.Reach("/mnt/u/up")).Any())
            await FillAsync(target, () => RunAsync("nsenter", [.. holder.Namespaces, "--", "sh", work.Script("keep-changes.sh"), target], cancellation));
        return layer;
    }

    /// <summary>Fills a new layer, or leaves nothing of it.</summary>
    private static async Task FillAsync(string target, Func<Task> fill)
    {
        var kept = false;
        try
        {
            await fill();
            kept = true;
        }
        finally
        {
            if (!kept)
                HostFolders.Remove(target);
        }
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = HostProcess.Start(program, arguments);
        process.StandardInput.Close();
        try
        {
            var complaint = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new SandboxException($"cannot keep a layer: {complaint.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>Layers that a session lies over, which stay as long as it lasts.</summary>
internal sealed class LayerUse(LayerFolders keeper, IReadOnlyList<Layer> layers, IReadOnlyList<string> folders)
{
    /// <summary>Where they lie, lowest first.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Keeps what the session has changed in its workspace as another layer.</summary>
    public Task<Layer> KeepChangesAsync(Holder holder, CancellationToken cancellation) => keeper.KeepChangesAsync(holder, cancellation);

    /// <summary>Says that the session has ended.</summary>
    public void Release() => keeper.Release(layers);
}
