using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>What the learner reads is there, names what is there, and speaks to a learner and not to a grader.</summary>
internal static class PedagogyRules
{
    private const int FewestWords = 40;

    /// <summary>Words of the harness that mean nothing to a learner.</summary>
    private static readonly string[] Jargon = ["hidden suite", "hidden check", "hidden test", "mutant", "roster", "naive variant", "baseline matrix", "forger", "failure packet"];

    public static IReadOnlyList<Finding> Apply(Bundle bundle) =>
    [
        .. ReadmeRules.Apply(bundle).Findings,
        .. bundle.Manifest.Deliverables.Where(one => one.Promises.Count == 0).Select(one => Missing(one.Id, $"'{one.Id}' promises nothing.")),
        .. Documents(bundle).SelectMany(document => Text(bundle, document)),
    ];

    private static IEnumerable<string> Documents(Bundle bundle) =>
        bundle.Manifest.Deliverables.Select(one => $"briefs/{one.Id}.md").Prepend("starter/README.md");

    private static IEnumerable<Finding> Text(Bundle bundle, string document)
    {
        var text = File.ReadAllText(Path.Combine(bundle.Folder, document));
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words < FewestWords) yield return Missing(null, $"{document} has {words} words; nobody can work from that.");
        foreach (var word in Jargon.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(AuthoringCode.GraderJargon, null, null, $"{document} speaks of a '{word}', which means nothing to a learner.",
                "Say what the learner's program has to do.", FindingEvidence.None);
        }
    }

    private static Finding Missing(string? deliverable, string message) =>
        new(AuthoringCode.LearnerTextMissing, deliverable, null, message, "Write what the learner needs to know.", FindingEvidence.None);
}
