using CourseGen.App.Verifying.Forgers;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Bundles;

/// <summary>What the contract asks of the folders below <c>variants/</c>.</summary>
internal static class VariantRules
{
    private static readonly IReadOnlyList<string> Taken = [MatrixPlan.StarterRow, MatrixPlan.EmptyRow, .. HarnessForgers.Names];

    public static IEnumerable<BundleError> Apply(IReadOnlyList<Variant> variants, IReadOnlyList<FileEntry> files) =>
    [
        .. References(variants),
        .. variants.Where(variant => Taken.Contains(variant.Name))
            .Select(variant => new BundleError($"variants/{variant.Name}", null, $"cannot be called '{variant.Name}': the harness uses that name for its own row")),
        .. files.SelectMany(file => Stray(file.Path)),
        .. DeletedNothing(variants, new(files, variants)),
    ];

    private static IEnumerable<BundleError> References(IReadOnlyList<Variant> variants)
    {
        var references = variants.Where(variant => variant.IsReference).Select(variant => variant.Name).ToList();
        if (references.Count == 0) yield return new("variants", null, "has no whole-course reference (role: reference, without a deliverable)");
        if (references.Count > 1) yield return new("variants", null, $"has {references.Count} whole-course references ({string.Join(", ", references)}); exactly one is needed");
    }

    // A file that no state takes would silently never be run.
    private static IEnumerable<BundleError> Stray(string path)
    {
        switch (path.Split('/'))
        {
            case ["variants", _]:
                yield return new(path, null, "is a file, and only folders belong in variants/: one for each known solution");
                break;
            case ["variants", _, "variant.yaml"] or ["variants", _, "files", _, ..]:
                break;
            case ["variants", var name, _, ..]:
                yield return new(path, null, $"is no part of the variant; what is laid over its base belongs in variants/{name}/files/");
                break;
        }
    }

    private static IEnumerable<BundleError> DeletedNothing(IReadOnlyList<Variant> variants, WorkspaceStates states)
    {
        foreach (var variant in variants.Where(variant => variant.Delete.Count > 0))
        {
            var below = states.BaseOf(variant);
            var folders = below.Keys.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
            foreach (var deleted in variant.Delete.Where(deleted => !below.ContainsKey(deleted) && !folders.Contains(deleted.TrimEnd('/'))))
            {
                yield return new($"variants/{variant.Name}/variant.yaml", null, BundleLayout.IsBundleOwned(deleted)
                    ? $"deletes '{deleted}', which always comes from the bundle"
                    : $"deletes '{deleted}', which its base, the {(variant.Base == VariantBase.Starter ? "starter" : "reference")}, does not have");
            }
        }
    }
}
