using CourseGen.App.Content;
using CourseGen.Domain.Courses;
using CourseGen.Sandbox;

namespace CourseGen.App.Teaching;

/// <summary>
/// Benches that are used again, so that a course installs once and not for every submission. The one that was idle
/// longest makes room for another.
/// </summary>
public sealed class SnapshotBenches(ISandbox sandbox, TreeStore trees, int capacity = 4) : IAsyncDisposable
{
    // A bench keeps the layers of every submission until it ends, so it is renewed before they become many.
    private const int MaxUses = 100;

    private readonly Lock _gate = new();
    private readonly List<Place> _places = [];
    private long _clock;

    /// <summary>The sandbox that grades.</summary>
    public ISandbox Sandbox => sandbox;

    /// <summary>A bench of a snapshot that nobody has used yet and nobody else will use; the caller disposes it.</summary>
    /// <exception cref="SnapshotUnreadableException">Its bundle cannot be read back.</exception>
    public Task<SnapshotBench> OpenFreshAsync(Snapshot snapshot, CancellationToken cancellation) =>
        SnapshotBench.OpenAsync(snapshot, trees, sandbox, cancellation);

    /// <summary>A bench of a snapshot, shared with whoever else grades on it now.</summary>
    /// <exception cref="SnapshotUnreadableException">Its bundle cannot be read back.</exception>
    public async Task<Rent> RentAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var place = Take(snapshot);
        try
        {
            return new(await place.Bench.Value.WaitAsync(cancellation), () => ReturnAsync(place));
        }
        catch
        {
            if (place.Bench.Value.IsFaulted) Forget(place);
            await ReturnAsync(place);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        List<Place> all;
        lock (_gate)
        {
            all = [.. _places];
            _places.Clear();
        }

        foreach (var place in all) await place.DisposeAsync();
    }

    private Place Take(Snapshot snapshot)
    {
        lock (_gate)
        {
            var place = _places.Find(one => one.Snapshot == snapshot.Id);
            if (place is null)
            {
                // Not cancelled with whoever asks first: others may wait for the same bench.
                place = new(snapshot.Id, new(() => SnapshotBench.OpenAsync(snapshot, trees, sandbox, CancellationToken.None)));
                _places.Add(place);
            }

            (place.Users, place.Uses, place.LastUse) = (place.Users + 1, place.Uses + 1, ++_clock);
            return place;
        }
    }

    private void Forget(Place place)
    {
        lock (_gate) _places.Remove(place);
    }

    private async ValueTask ReturnAsync(Place place)
    {
        var gone = new List<Place>();
        lock (_gate)
        {
            place.Users--;
            if (place.Uses >= MaxUses) _places.Remove(place);
            if (!_places.Contains(place) && place.Users == 0) gone.Add(place);
            var idle = _places.Where(one => one.Users == 0).OrderBy(one => one.LastUse);
            gone.AddRange(idle.Take(Math.Max(0, _places.Count - capacity)).ToList());
            _places.RemoveAll(gone.Contains);
        }

        foreach (var one in gone) await one.DisposeAsync();
    }

    private sealed class Place(SnapshotId snapshot, Lazy<Task<SnapshotBench>> bench) : IAsyncDisposable
    {
        public SnapshotId Snapshot { get; } = snapshot;

        public Lazy<Task<SnapshotBench>> Bench { get; } = bench;

        public int Users { get; set; }

        public int Uses { get; set; }

        public long LastUse { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (!Bench.IsValueCreated) return;
            await ((Task)Bench.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (Bench.Value.IsCompletedSuccessfully) await Bench.Value.Result.DisposeAsync();
        }
    }
}

/// <summary>A bench for as long as somebody grades with it.</summary>
public sealed class Rent(SnapshotBench bench, Func<ValueTask> giveBack) : IAsyncDisposable
{
    /// <summary>The bench.</summary>
    public SnapshotBench Bench => bench;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => giveBack();
}
