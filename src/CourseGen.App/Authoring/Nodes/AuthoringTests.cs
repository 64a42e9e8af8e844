using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Models;
using CourseGen.Runs;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>
/// Reads the materialised workspace and writes suites and variants for every deliverable. The reference has to pass, the
/// starter to fail by assertion, and the naive variants to split visible from hidden.
/// </summary>
internal sealed class AuthoringTests(Workroom room) : NodeStep(room)
{
    private static readonly HashSet<RowRole> Rows = [RowRole.Starter, RowRole.Reference, RowRole.Naive];

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        FindingCode.ReferenceFails, FindingCode.StarterPassesVisible, FindingCode.StarterPassesHidden, FindingCode.StarterFailsByCrash,
        FindingCode.NaiveMissing, FindingCode.NaiveFailsVisible, FindingCode.NaivePassesHidden, FindingCode.HiddenEqualsVisible,
        FindingCode.ReportMalformed, FindingCode.StarterDoesNotBoot, FindingCode.InstallFailed, FindingCode.VerifyFailed,
    };

    protected override async Task<NodeOutcome> WorkAsync(StepContext<AuthoringState> context, CancellationToken cancellation)
    {
        var draft = await Room.DraftAsync(context.State, cancellation);
        var manifest = await draft.ManifestAsync(cancellation);
        if (manifest.Deliverables.Any(one => one.Promises.Any(promise => promise.Checks.Contains(PlanRules.Unwritten))))
            await WriteAsync(context, draft, manifest, cancellation);
        using var bundle = await CheckOutAsync(draft, cancellation);
        var certifier = new Certifier(Room.Sandbox, Room.Ids, new RunCells(context.Items, "cell", AuthoringEvents.CellDone));
        var evidence = await certifier.CertifyAsync(bundle.Bundle, new(1, CertifyOptions.DefaultJobs) { Rows = Rows }, null, cancellation);
        var findings = evidence.Findings.Where(finding => Codes.Contains(finding.Code)).ToList();
        var outcome = await Room.OutcomeAsync(draft, findings.Count == 0
            ? "The reference passes every suite, the starter fails by assertion, and the naive variants split visible from hidden."
            : findings[0].Message, cancellation);
        return outcome with { Findings = findings };
    }

    private async Task WriteAsync(StepContext<AuthoringState> context, Draft draft, Manifest manifest, CancellationToken cancellation)
    {
        var project = await DraftText.OfAsync(draft, ["starter/", "variants/reference/", "briefs/"], cancellation);
        var deliverables = new List<Deliverable>();
        var names = new List<string>();
        foreach (var deliverable in manifest.Deliverables)
        {
            List<DataSection> data = [new("plan", ManifestWriter.Write(manifest)), new("workspace", project)];
            var suites = await Room.AskAsync<SuitesAnswer>(context, "suites", deliverable.Id, data, answer => SuitesRules.Errors(answer, deliverable), cancellation);
            data.Add(new("suites", RunJson.Write(suites)));
            var variants = await Room.AskAsync<VariantsAnswer>(context, "variants", deliverable.Id, data, answer => VariantsRules.Errors(answer, manifest, names), cancellation);
            names.AddRange(variants.Variants.Select(one => one.Name));
            await WriteSuitesAsync(draft, deliverable, suites, cancellation);
            foreach (var variant in variants.Variants) await WriteVariantAsync(draft, variant, cancellation);
            deliverables.Add(Witnessed(deliverable, suites));
        }

        await draft.WriteAsync(BundleLayout.ManifestFile, ManifestWriter.Write(manifest with { Deliverables = deliverables }), false, cancellation);
    }

    private static async Task WriteSuitesAsync(Draft draft, Deliverable deliverable, SuitesAnswer suites, CancellationToken cancellation)
    {
        (string Folder, IReadOnlyList<FileAnswer> Files)[] parts =
        [
            (new SuiteId(deliverable.Id, SuiteKind.Visible).Folder, suites.Visible.Files),
            (new SuiteId(deliverable.Id, SuiteKind.Hidden).Folder, suites.Hidden.Files),
            (BundleLayout.SharedChecks, suites.Shared),
        ];
        foreach (var (folder, files) in parts)
            foreach (var file in files)
                await draft.WriteAsync($"{folder}/{file.Path}", file.Content, file.Executable || file.Path == "check.sh", cancellation);
    }

    private static async Task WriteVariantAsync(Draft draft, VariantAnswer answer, CancellationToken cancellation)
    {
        var variant = new Variant(
            answer.Name, VariantReader.Roles[answer.Role], VariantReader.Bases[answer.Base], answer.Deliverable, answer.Delete, answer.Breaks, answer.Why);
        await draft.WriteAsync($"variants/{answer.Name}/variant.yaml", ManifestWriter.Write(variant), false, cancellation);
        foreach (var file in answer.Files) await draft.WriteAsync($"{variant.FilesFolder}/{file.Path}", file.Content, file.Executable, cancellation);
    }

    private static Deliverable Witnessed(Deliverable deliverable, SuitesAnswer suites) => deliverable with
    {
        Promises =
        [
            .. deliverable.Promises.Select(promise => promise with
            {
                Checks = [.. suites.Witnesses.Where(one => one.Promise == promise.Id).SelectMany(one => one.Checks)],
            }),
        ],
        Visible = ManifestReader.Reports[suites.Visible.Report],
        Hidden = ManifestReader.Reports[suites.Hidden.Report],
    };
}
