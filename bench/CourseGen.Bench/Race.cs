using System.Diagnostics;

namespace CourseGen.Bench;

/// <summary>Contenders that take turns, so that a slow moment of the machine meets all of them.</summary>
internal sealed class Race
{
    private readonly List<Contender> _contenders = [];

    /// <param name="peers">Contenders that were added before, which it is compared with.</param>
    public void Add(string name, Func<Task> run, params string[] peers) => Add(name, () => Task.CompletedTask, run, peers);

    /// <summary>The same for one that is prepared each time, which does not count.</summary>
    public void Add(string name, Func<Task> prepare, Func<Task> run, params string[] peers) => _contenders.Add(new(name, prepare, run, peers, []));

    /// <summary>Runs all of them once for each round, and once before for the machine's caches.</summary>
    /// <returns>The median of each, in milliseconds, against those of its peers.</returns>
    public async Task<IReadOnlyList<Measured>> RunAsync(int rounds)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var contender in _contenders)
            {
                await contender.Prepare();
                var start = Stopwatch.GetTimestamp();
                await contender.Run();
                if (round > 0) contender.Took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. _contenders.Select(one => new Measured($"{one.Name}, median of {rounds}", one.Median, "ms", Against(one)))];
    }

    private string Against(Contender one) =>
        string.Join(", ", one.Peers.Select(peer => $"{one.Median / _contenders.Single(other => other.Name == peer).Median:F2} × {peer}"));

    private sealed record Contender(string Name, Func<Task> Prepare, Func<Task> Run, string[] Peers, List<double> Took)
    {
        public double Median => Took.Order().ElementAt(Took.Count / 2);
    }
}
