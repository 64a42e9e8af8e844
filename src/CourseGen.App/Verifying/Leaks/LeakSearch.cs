using System.Text;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Leaks;

/// <summary>What a leak of one kind is called, and what is done about it.</summary>
/// <param name="What">What a learner could read, in words.</param>
internal sealed record LeakKind(string Code, string What, string NextStep);

/// <summary>A file that a learner must not get.</summary>
internal sealed class Secret
{
    // Less is a line that anybody could have written.
    private const int FewestWhole = 48;

    private readonly Func<string, bool> _mayHoldIt;

    /// <param name="dense">Its content, reduced.</param>
    /// <param name="onPurpose">Contents that learners are given on purpose; what these hold is no secret.</param>
    /// <param name="mayHoldIt">Which given files may look like it.</param>
    public Secret(LeakKind kind, string path, byte[] dense, IReadOnlyList<byte[]> onPurpose, Func<string, bool> mayHoldIt)
    {
        (Kind, Path, _mayHoldIt) = (kind, path, mayHoldIt);
        Windows = ContentWindows.OfSecret(dense);
        foreach (var known in onPurpose.SelectMany(one => ContentWindows.In(one, Windows)).Select(one => one.Window).ToList()) Windows.Remove(known);
        var isShort = dense.Length is >= FewestWhole and < ContentWindows.Shortest;
        Whole = isShort && !onPurpose.Any(one => one.AsSpan().IndexOf(dense) >= 0) ? dense : null;
    }

    public LeakKind Kind { get; }

    public string Path { get; }

    /// <summary>The windows by which a part of it is recognised.</summary>
    public HashSet<ulong> Windows { get; }

    /// <summary>All of it, where it is too short to have a window.</summary>
    public byte[]? Whole { get; }

    /// <summary>Whether a content that lies in a given file, or is that file, must not hold it.</summary>
    public bool IsKeptFrom(string file, GivenContent content) => content.Path != file || !_mayHoldIt(file);
}

/// <summary>Searches contents for secrets, all at once: each content is gone through a single time and then forgotten.</summary>
internal sealed class LeakSearch
{
    private readonly IReadOnlyList<Secret> _secrets;
    private readonly HashSet<ulong> _windows;
    private readonly Dictionary<Secret, Dictionary<string, Finding>> _found = [];

    public LeakSearch(IReadOnlyList<Secret> secrets)
    {
        _secrets = secrets;
        _windows = [.. secrets.SelectMany(secret => secret.Windows)];
    }

    /// <summary>Where a secret was found: once in every given file.</summary>
    public IEnumerable<Finding> FindingsOf(Secret secret) => _found.GetValueOrDefault(secret)?.Values.AsEnumerable() ?? [];

    /// <summary>Looks into a content.</summary>
    /// <param name="file">The given file that it lies in, or is.</param>
    public void In(string file, GivenContent content)
    {
        // Each window once: a content may be one window over and over.
        foreach (var (window, start) in ContentWindows.In(content.Dense, _windows).DistinctBy(one => one.Window))
            foreach (var secret in _secrets.Where(one => one.Windows.Contains(window))) Note(secret, file, content, () => ContentWindows.Shown(content.Dense, start));
        foreach (var secret in _secrets)
            if (secret.Whole is { } whole && content.Dense.AsSpan().IndexOf(whole) >= 0) Note(secret, file, content, () => Encoding.UTF8.GetString(whole));
    }

    // An archive's own bytes may show what is in it once more; the innermost file tells the most, and comes first.
    private void Note(Secret secret, string file, GivenContent content, Func<string> part)
    {
        if (!secret.IsKeptFrom(file, content)) return;
        if (!_found.TryGetValue(secret, out var places)) _found[secret] = places = new(StringComparer.Ordinal);
        if (places.ContainsKey(file)) return;
        var kind = secret.Kind;
        places[file] = new(kind.Code, null, null, $"{content.Path} holds a part of {secret.Path}, so a learner can read {kind.What}.", kind.NextStep, new(null, [], part()));
    }
}
