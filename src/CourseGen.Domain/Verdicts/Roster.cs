using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>
/// The check ids each suite has to report: those it reported for the reference. Because of it, leaving early never
/// passes: what was not reported has failed.
/// </summary>
public sealed record Roster(IReadOnlyDictionary<SuiteId, IReadOnlyList<RosterEntry>> Suites)
{
    /// <summary>A roster that knows no suite yet; whatever is reported counts.</summary>
    public static readonly Roster Unknown = new(new Dictionary<SuiteId, IReadOnlyList<RosterEntry>>());

    /// <summary>The roster that the reference's own results give.</summary>
    public static Roster From(IEnumerable<SuiteResult> reference) =>
        new(reference.ToDictionary(
            result => result.Suite,
            result => (IReadOnlyList<RosterEntry>)[.. result.Checks.Select(check => new RosterEntry(check.Id, check.Title))]));

    /// <summary>The entries of a suite; none when the suite is unknown.</summary>
    public IReadOnlyList<RosterEntry>? Of(SuiteId suite) => Suites.GetValueOrDefault(suite);

    /// <summary>
    /// Brings what was reported into roster order: missing checks are added, unknown ones set apart. Titles are the
    /// roster's: one that came with a learner's program could say anything, and quote a hidden check.
    /// </summary>
    /// <param name="ended">How a check that was not reported ended: missing, or timed out when a limit ended the suite.</param>
    public (IReadOnlyList<CheckResult> Checks, IReadOnlyList<string> Unknown) Apply(
        SuiteId suite, IReadOnlyList<CheckResult> reported, SuiteEnding ended)
    {
        if (Of(suite) is not { } entries) return (reported, []);
        var byId = reported.ToDictionary(check => check.Id, StringComparer.Ordinal);
        var checks = entries
            .Select(entry => byId.TryGetValue(entry.Id, out var check) ? check with { Title = entry.Title } : entry.NotReported(ended)).ToList();
        var known = entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return (checks, [.. reported.Select(check => check.Id).Where(id => !known.Contains(id))]);
    }
}

/// <summary>A check that must be reported.</summary>
public sealed record RosterEntry(string Id, string Title)
{
    /// <summary>The outcome of this check when the report does not name it.</summary>
    public CheckResult NotReported(SuiteEnding ended) => ended switch
    {
        SuiteEnding.OverLimit limit => new(Id, Title, CheckStatus.TimedOut, limit.Sentence, []),
        SuiteEnding.Completed => new(Id, Title, CheckStatus.Missing, "This check did not run.", []),
        _ => new(Id, Title, CheckStatus.Missing, $"This check did not run. {ended.Sentence}", []),
    };
}
