using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Lays out the baseline matrix of a bundle: which states are run against which suites, and what each has to show.</summary>
public static class MatrixPlan
{
    public const string StarterRow = "starter";
    public const string EmptyRow = "empty";

    /// <param name="forgers">Names of the harness's own forgers.</param>
    /// <param name="reruns">How often the bundle's own rows are run.</param>
    /// <param name="only">Limits the matrix to the suites of one deliverable.</param>
    public static IReadOnlyList<MatrixRow> For(Bundle bundle, IReadOnlyList<string> forgers, int reruns, string? only = null)
    {
        var manifest = bundle.Manifest;
        var everything = Targets(manifest.Suites, Expected.Fail);
        List<MatrixRow> rows =
        [
            new(StarterRow, RowRole.Starter, null, [], everything, 1),
            new(EmptyRow, RowRole.Empty, null, [], everything, 1),
            .. bundle.Variants.OrderBy(variant => RoleOf(variant)).ThenBy(variant => variant.Name, StringComparer.Ordinal)
                .Select(variant => Row(manifest, variant, reruns)),
            .. forgers.Select(name => new MatrixRow(name, RowRole.Forger, null, [], everything, 1)),
        ];
        if (only is null) return rows;
        return [.. rows.Select(row => row with { Targets = [.. row.Targets.Where(target => target.Suite.Deliverable == only)] })
            .Where(row => row.Targets.Count > 0)];
    }

    private static MatrixRow Row(Manifest manifest, Variant variant, int reruns)
    {
        var role = RoleOf(variant);
        // A forger is judged by whether it ever gets a pass; running it again proves nothing more.
        return new(variant.Name, role, variant.Deliverable, variant.Breaks, TargetsOf(manifest, variant, role), role == RowRole.Forger ? 1 : reruns);
    }

    private static IReadOnlyList<MatrixTarget> TargetsOf(Manifest manifest, Variant variant, RowRole role) => role switch
    {
        RowRole.Reference => Targets(manifest.Suites, Expected.Pass),
        RowRole.Milestone => [.. manifest.Suites.Select(suite => new MatrixTarget(suite, OfMilestone(manifest, variant, suite)))],
        RowRole.Forger => Targets(Concerned(manifest, variant), Expected.Fail),
        RowRole.Partial => [.. Concerned(manifest, variant).Select(suite => new MatrixTarget(suite, suite.Kind == SuiteKind.Hidden ? Expected.Fail : Expected.Any))],
        RowRole.Naive => [.. Concerned(manifest, variant).Select(suite => new MatrixTarget(suite, suite.Kind == SuiteKind.Hidden ? Expected.Fail : Expected.Pass))],
        // Which hidden suite catches a bug is the author's business; that one does is the rule.
        _ => Targets([.. Concerned(manifest, variant), .. Broken(manifest, variant)], Expected.Any),
    };

    private static Expected OfMilestone(Manifest manifest, Variant milestone, SuiteId suite)
    {
        if (manifest.IndexOf(suite.Deliverable) <= manifest.IndexOf(milestone.Deliverable!)) return Expected.Pass;
        return suite.Kind == SuiteKind.Hidden ? Expected.Fail : Expected.Any;
    }

    private static IEnumerable<SuiteId> Concerned(Manifest manifest, Variant variant) =>
        manifest.Suites.Where(suite => variant.Deliverable is null || suite.Deliverable == variant.Deliverable);

    private static IEnumerable<SuiteId> Broken(Manifest manifest, Variant variant) =>
        manifest.Deliverables.Where(one => one.Promises.Any(promise => variant.Breaks.Contains(promise.Id)))
            .SelectMany(one => SuiteId.Kinds.Select(kind => new SuiteId(one.Id, kind)));

    private static IReadOnlyList<MatrixTarget> Targets(IEnumerable<SuiteId> suites, Expected expected) =>
        [.. suites.Distinct().Select(suite => new MatrixTarget(suite, expected))];

    private static RowRole RoleOf(Variant variant) => variant.Role switch
    {
        VariantRole.Reference => variant.IsMilestone ? RowRole.Milestone : RowRole.Reference,
        VariantRole.Partial => RowRole.Partial,
        VariantRole.Naive => RowRole.Naive,
        VariantRole.Buggy => RowRole.Buggy,
        _ => RowRole.Forger,
    };
}
