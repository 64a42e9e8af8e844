using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>The learner's work is in the files the learner owns, and nowhere else.</summary>
internal static class CodeRules
{
    public static IReadOnlyList<Finding> Apply(Bundle bundle)
    {
        var starter = WorkspaceFiles.OfStarter(bundle);
        var change = WorkspaceChange.Between(starter, WorkspaceFiles.OfVariant(bundle, bundle.Reference), bundle.Manifest);
        return
        [
            .. StaticRules.Apply(bundle).Findings.Where(finding => finding.Code is FindingCode.ProtocolNotAuthored or FindingCode.ReferenceLeaked or FindingCode.HiddenLeaked),
            .. bundle.Manifest.Deliverables.SelectMany(deliverable => Owned(deliverable, starter, change)),
            .. change.OutsideOwned.Select(path => new Finding(
                AuthoringCode.WorkOutsideOwned, null, "reference", $"The reference changes {path}, which no deliverable owns: a learner could not do the work.",
                "Add it to `owns`, or move the work into an owned file.", FindingEvidence.None)),
        ];
    }

    private static IEnumerable<Finding> Owned(Deliverable deliverable, WorkspaceFiles starter, WorkspaceChange change)
    {
        var owned = new Glob(deliverable.Owns);
        if (!starter.Files.Keys.Concat(change.Changed.Keys).Any(owned.Matches))
        {
            yield return new(AuthoringCode.OwnedFileMissing, deliverable.Id, null, $"None of the files that '{deliverable.Id}' owns exists.",
                "Add a stub to the starter, or correct `owns`.", FindingEvidence.None);
        }
        else if (!change.Changed.Keys.Any(owned.Matches))
        {
            yield return new(AuthoringCode.OwnedFileUntouched, deliverable.Id, "reference",
                $"The reference changes nothing that '{deliverable.Id}' owns: the learner's work is not there.",
                "Move the work into the owned files.", FindingEvidence.None);
        }
    }
}
