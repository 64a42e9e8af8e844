using CourseGen.Domain.Bundles;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>
/// In which order hidden suites are tried on a mutant: the suite that kills it should come first, and the same mutant
/// always has the same order. It begins with the first deliverable whose milestone has the changed lines already.
/// </summary>
internal sealed class HiddenOrder
{
    private readonly IReadOnlyList<string> _deliverables;
    private readonly IReadOnlyList<(string Deliverable, WorkspaceFiles Files)> _milestones;
    private readonly Dictionary<(string Deliverable, string File), HashSet<string>> _lines = [];

    public HiddenOrder(Bundle bundle)
    {
        _deliverables = [.. bundle.Manifest.Deliverables.Select(one => one.Id)];
        _milestones = [.. bundle.Variants.Where(variant => variant.IsMilestone).OrderBy(variant => bundle.Manifest.IndexOf(variant.Deliverable!))
            .Select(variant => (variant.Deliverable!, WorkspaceFiles.OfVariant(bundle, variant)))];
    }

    public IReadOnlyList<SuiteId> Of(Candidate mutant)
    {
        var first = mutant.OfStarter ? _deliverables.Count - 1 : Math.Max(0, FirstOf(mutant));
        return [.. _deliverables.Skip(first).Concat(_deliverables.Take(first).Reverse()).Select(id => new SuiteId(id, SuiteKind.Hidden))];
    }

    private int FirstOf(Candidate mutant)
    {
        var changed = mutant.Text.Skip(mutant.Start).Take(mutant.Count).Where(line => line.Trim().Length > 0).ToList();
        var milestone = _milestones.FirstOrDefault(one => changed.All(LinesOf(one, mutant.File).Contains)).Deliverable;
        if (milestone is not null) return _deliverables.ToList().IndexOf(milestone);
        // In none of the milestones: then in the first deliverable that has no milestone after them.
        return _milestones.Count == 0 ? 0 : Math.Min(_deliverables.Count - 1, _deliverables.ToList().IndexOf(_milestones[^1].Deliverable) + 1);
    }

    private HashSet<string> LinesOf((string Deliverable, WorkspaceFiles Files) milestone, string file)
    {
        lock (_lines)
        {
            if (_lines.TryGetValue((milestone.Deliverable, file), out var known)) return known;
            var lines = milestone.Files.Files.TryGetValue(file, out var there) ? TextFile.Read(there) ?? [] : [];
            return _lines[(milestone.Deliverable, file)] = lines.ToHashSet(StringComparer.Ordinal);
        }
    }
}
