namespace CourseGen.Sandbox.Oci;

/// <summary>Where the boxes of a session are: its file systems with the layers in them, and the keeper that has them and the network.</summary>
internal sealed class Premises : IAsyncDisposable
{
    private readonly EngineApi _api;

    private Premises(EngineApi api, Volumes volumes, Keeper keeper, IReadOnlyDictionary<string, TreeEntry> tree) =>
        (_api, Volumes, Keeper, Tree) = (api, volumes, keeper, tree);

    public Volumes Volumes { get; }

    public Keeper Keeper { get; }

    /// <summary>What the layers have put into the workspace.</summary>
    public IReadOnlyDictionary<string, TreeEntry> Tree { get; }

    /// <summary>What that takes there, which is nobody's doing.</summary>
    public long TreeBytes { get; private set; }

    /// <summary>Makes the file systems of a session and fills them.</summary>
    /// <param name="name">The session's name.</param>
    public static async Task<Premises> PrepareAsync(SessionTools tools, string name, SessionSpec spec, CancellationToken cancellation)
    {
        using var work = tools.Layers.Work();
        var tree = Trees.Merge(spec.Layers.Select(layer => tools.Layers[layer]).ToList(), spec.Absent);
        var mounts = new List<SortedDictionary<string, TreeEntry>>();
        foreach (var mount in spec.CheckerMounts)
            mounts.Add(Trees.Merge([await HostTrees.ReadAsync(mount.HostFolder, tools.Layers.Blobs, cancellation)], []));
        var volumes = new Volumes(name, spec, Trees.SizeOf(tree), [.. mounts.Select(Trees.SizeOf)]);
        var premises = new Premises(tools.Api, volumes, await StartKeeperAsync(tools, spec, volumes, cancellation), tree);
        try
        {
            await premises.FurnishAsync([(volumes.Workspace, tree), .. volumes.Mounts.Zip(mounts)], tools.Layers.Blobs, cancellation);
            return premises;
        }
        catch
        {
            await premises.DisposeAsync();
            throw;
        }
    }

    /// <summary>How full the file systems are that a side may fill. What the layers take does not count.</summary>
    public async Task<IReadOnlyList<VolumeFill>> FillAsync(Side side)
    {
        var fills = (await Keeper.FillAsync()).ToArray();
        fills[0] = fills[0] with { UsedBytes = fills[0].UsedBytes - TreeBytes };
        return fills[Volumes.MeasuredOf(side)];
    }

    public async ValueTask DisposeAsync()
    {
        await Keeper.DisposeAsync();
        await Volumes.RemoveAsync(_api);
    }

    private static async Task<Keeper> StartKeeperAsync(SessionTools tools, SessionSpec spec, Volumes volumes, CancellationToken cancellation)
    {
        try
        {
            await volumes.CreateAsync(tools.Api, tools.Settings.Labels(), cancellation);
            var box = await Box.CreateAsync(tools.Api, BoxFlags.Keeper(tools.Settings, spec, volumes), cancellation);
            return await Keeper.StartAsync(box, cancellation);
        }
        catch
        {
            await volumes.RemoveAsync(tools.Api);
            throw;
        }
    }

    private async Task FurnishAsync(
        IEnumerable<(Volume Volume, SortedDictionary<string, TreeEntry> Tree)> contents, BlobFolder blobs, CancellationToken cancellation)
    {
        await Task.WhenAll(contents.Where(one => one.Tree.Count > 0).Select(one => _api.PutArchiveAsync(
            Keeper.Id, one.Volume.KeeperPath, (target, stop) => TreeArchive.WriteAsync(one.Tree, blobs, target, stop), cancellation)));
        await Keeper.ListenAsync();
        TreeBytes = (await Keeper.FillAsync())[0].UsedBytes;
    }
}
