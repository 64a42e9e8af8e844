using CourseGen.App.Teaching;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Publishing;

/// <summary>A state of the workspace that certification hands in.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">starter, or the variant's name.</param>
/// <param name="Variant">Null: the starter as it was seeded.</param>
internal sealed record CertificationRow(int Number, string Name, Variant? Variant)
{
    /// <summary>The starter, the reference and every naive solution.</summary>
    public static List<CertificationRow> Of(Bundle bundle)
    {
        var naive = bundle.Variants.Where(variant => variant.Role == VariantRole.Naive).OrderBy(variant => variant.Name, StringComparer.Ordinal);
        return [new(1, MatrixPlan.StarterRow, null), .. naive.Prepend(bundle.Reference).Select((variant, index) => new CertificationRow(index + 2, variant.Name, variant))];
    }

    /// <summary>What a learner would save to come to this state.</summary>
    public IReadOnlyList<FileEdit> EditsOn(Bundle bundle) => Variant is null ? [] : FileEdit.OfVariant(bundle, Variant);

    /// <summary>The suites that a naive solution is about.</summary>
    public bool Concerns(SuiteId suite) => Variant?.Deliverable is null || Variant.Deliverable == suite.Deliverable;
}
