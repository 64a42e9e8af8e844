using CourseGen.Domain.Bundles;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// Guesses which promise a survivor breaks: that of the wrong variant which changes the reference nearest to it. A guess
/// for a person, from what the author wrote; nothing is decided by it.
/// </summary>
internal sealed class NearbyPromises
{
    private const int FarthestLines = 5;
    private readonly IReadOnlyList<Place> _places;

    public NearbyPromises(Bundle bundle)
    {
        var reference = WorkspaceFiles.OfVariant(bundle, bundle.Reference);
        _places =
        [
            .. bundle.Variants.Where(variant => variant.Role is VariantRole.Buggy or VariantRole.Naive && variant.Breaks.Count > 0)
                .SelectMany(variant => FileChange.Between(reference, WorkspaceFiles.OfVariant(bundle, variant))
                    .SelectMany(change => change.Hunks.Select(hunk => new Place(change.Path, hunk.BeforeStart, hunk.BeforeStart + hunk.BeforeCount, variant.Breaks, change.Hunks.Count)))),
        ];
    }

    public IReadOnlyList<string> Of(Candidate mutant)
    {
        // Its lines are those of the starter, and the variants change the reference.
        if (mutant.OfStarter) return [];
        var near = _places.Where(place => place.File == mutant.File)
            .Select(place => (place, distance: Distance(place, mutant))).Where(one => one.distance <= FarthestLines)
            // Of variants that are equally near, the one that changes the least says the most.
            .GroupBy(one => (one.distance, one.place.Hunks)).OrderBy(group => group.Key).FirstOrDefault();
        return near is null ? [] : [.. near.SelectMany(one => one.place.Breaks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static int Distance(Place place, Candidate mutant) =>
        Math.Max(0, Math.Max(place.Start - (mutant.Start + mutant.Count), mutant.Start - place.End));

    private sealed record Place(string File, int Start, int End, IReadOnlyList<string> Breaks, int Hunks);
}
