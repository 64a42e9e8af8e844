using CourseGen.Runs;

namespace CourseGen.Cluster;

/// <summary>A run that was seen ready, and for how long.</summary>
internal sealed record Sighting(RunId Id, string Kind, TimeSpan For);

/// <summary>Remembers which runs were seen ready, so that a run that waits for its turn is not scheduled all the time.</summary>
internal sealed class Sightings(TimeProvider time)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly Dictionary<RunId, Seen> _seen = [];

    /// <summary>Those of the ready runs that are to be put on the schedule now. Whoever is not ready any more is forgotten.</summary>
    public IReadOnlyList<Sighting> Of(IReadOnlyList<Run> ready)
    {
        var now = time.GetTimestamp();
        foreach (var gone in _seen.Keys.Except(ready.Select(run => run.Id)).ToList()) _seen.Remove(gone);
        List<Sighting> due = [];
        foreach (var run in ready)
        {
            var seen = _seen.GetValueOrDefault(run.Id, new(now, null));
            if (seen.Last is { } last && time.GetElapsedTime(last, now) < Again) continue;
            _seen[run.Id] = seen with { Last = now };
            due.Add(new(run.Id, run.Kind, time.GetElapsedTime(seen.First, now)));
        }

        return due;
    }

    private sealed record Seen(long First, long? Last);
}
