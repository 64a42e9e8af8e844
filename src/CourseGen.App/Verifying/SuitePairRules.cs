using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying;

/// <summary>The hidden suite of a deliverable reports at least one check that the visible one does not.</summary>
internal static class SuitePairRules
{
    public static IEnumerable<Finding> Apply(Manifest manifest, Roster roster)
    {
        foreach (var deliverable in manifest.Deliverables)
        {
            // A suite that reports by its exit status alone has one check of a fixed name.
            if (deliverable.Visible == ReportKind.Exit || deliverable.Hidden == ReportKind.Exit) continue;
            var visible = roster.Of(new(deliverable.Id, SuiteKind.Visible));
            var hidden = roster.Of(new(deliverable.Id, SuiteKind.Hidden));
            if (visible is null || hidden is null or { Count: 0 }) continue;
            if (hidden.Any(entry => visible.All(one => one.Id != entry.Id))) continue;
            yield return new(FindingCode.HiddenEqualsVisible, deliverable.Id, null,
                $"The hidden suite of '{deliverable.Id}' has no check that the visible one lacks.",
                "Write hidden checks that differ in kind: other inputs, boundaries, properties, load.",
                new($"{deliverable.Id}/hidden", [.. hidden.Select(entry => entry.Id)], ""));
        }
    }
}
