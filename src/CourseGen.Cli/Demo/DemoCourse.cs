using CourseGen.App.Bundles;
using CourseGen.Cli.Composition;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;

namespace CourseGen.Cli.Demo;

/// <summary>The bundle that the demo's authoring run ended with, on disk for as long as its variants are needed.</summary>
internal sealed class DemoCourse : IDisposable
{
    private readonly string _folder;

    private DemoCourse(string folder, Bundle bundle)
    {
        _folder = folder;
        Bundle = bundle;
    }

    public Bundle Bundle { get; }

    /// <summary>What a learner hands in, from nothing to everything.</summary>
    public IReadOnlyList<(string Story, Variant? Variant)> Attempts
    {
        get
        {
            var middle = Bundle.Manifest.Deliverables[Math.Min(1, Bundle.Manifest.Deliverables.Count - 1)].Id;
            return
            [
                ("the untouched starter", null),
                ("a first part of the work", Find(VariantRole.Partial, middle)),
                ("a plausible solution with a flaw", Find(VariantRole.Naive, Bundle.Manifest.Deliverables[^1].Id)),
                ("the finished work", Bundle.Reference),
            ];
        }
    }

    public static async Task<DemoCourse> OpenAsync(Workshop workshop, FileTree tree, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-demo-").FullName;
        try
        {
            await workshop.Trees.CheckoutAsync(tree, folder, cancellation);
            return new(folder, BundleReader.Read(folder));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Variant Find(VariantRole role, string deliverable) =>
        Bundle.Variants.First(variant => variant.Role == role && variant.Deliverable == deliverable);
}
