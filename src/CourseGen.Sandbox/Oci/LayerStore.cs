using System.Collections.Concurrent;
using System.Globalization;

namespace CourseGen.Sandbox.Oci;

/// <summary>Keeps layers: in memory what is where, and the contents in a folder of the engine.</summary>
internal sealed class LayerStore(string folder)
{
    private readonly ConcurrentDictionary<string, LayerTree> _layers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _made;
    private int _users;
    private bool _holdsDropped;

    /// <summary>The contents of files. Whoever reads or adds some is at <see cref="Work"/> meanwhile.</summary>
    public BlobFolder Blobs { get; } = new(folder);

    /// <summary>The tree of a layer that this engine keeps.</summary>
    /// <exception cref="SandboxException">It keeps none of that name.</exception>
    public LayerTree this[Layer layer] =>
        _layers.TryGetValue(layer.Id, out var tree) ? tree : throw new SandboxException($"this engine keeps no layer {layer.Id}");

    /// <summary>Keeps a tree as a layer.</summary>
    public Layer Keep(LayerTree tree)
    {
        var layer = new Layer(Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture));
        _layers[layer.Id] = tree;
        return layer;
    }

    /// <summary>Lets go of layers. Contents go that no layer has, as soon as nobody works with the store.</summary>
    public void Drop(IEnumerable<Layer> layers)
    {
        lock (_gate)
        {
            foreach (var layer in layers)
                _layers.TryRemove(layer.Id, out _);
            _holdsDropped = true;
            RemoveDropped();
        }
    }

    /// <summary>Begins work with contents that no layer may have: trees that are read, and those of sessions being filled.</summary>
    /// <returns>What ends it.</returns>
    public IDisposable Work()
    {
        lock (_gate)
            _users++;
        return new Lease(this);
    }

    private void RemoveDropped()
    {
        if (_users > 0 || !_holdsDropped)
            return;
        Blobs.RemoveAllBut(_layers.Values.SelectMany(tree => tree.Entries.Values).Select(entry => entry.Blob).ToHashSet(StringComparer.Ordinal));
        _holdsDropped = false;
    }

    private sealed class Lease(LayerStore store) : IDisposable
    {
        public void Dispose()
        {
            lock (store._gate)
            {
                store._users--;
                store.RemoveDropped();
            }
        }
    }
}
