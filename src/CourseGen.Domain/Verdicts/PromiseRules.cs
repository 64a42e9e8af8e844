using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>Every promise has a witness that something fails, and the variants that break it fail that witness.</summary>
internal static class PromiseRules
{
    private const string NextStep = "Name the check that witnesses the promise, or add one that fails when the promise is broken.";

    public static IEnumerable<Finding> Apply(Bundle bundle, Matrix matrix)
    {
        var (manifest, states) = (bundle.Manifest, bundle.States);
        // A variant that is its base breaks nothing, whatever it says. That is told as what it is, and nothing follows from it.
        var idle = bundle.Variants.Where(states.ChangesNothing).SelectMany(variant => variant.Breaks).ToHashSet(StringComparer.Ordinal);
        return manifest.Deliverables.Where(deliverable => matrix.Cells.Any(cell => cell.Target.Suite.Deliverable == deliverable.Id))
            .SelectMany(deliverable => deliverable.Promises.Where(promise => !idle.Contains(promise.Id)).SelectMany(promise => Untested(deliverable, promise, matrix)));
    }

    /// <summary>Whether a result shows the promise broken. Where no suite was started, no check has looked at it.</summary>
    public static bool ShowsBroken(Promise promise, SuiteResult result) =>
        result.FailedIds.Any(promise.Checks.Contains);

    /// <summary>Witnesses that no suite reports, of promises that have others.</summary>
    public static IEnumerable<string> Notes(Manifest manifest, Matrix matrix)
    {
        foreach (var deliverable in manifest.Deliverables.Where(one => !IsUnfinished(one, matrix)))
        {
            var known = Known(deliverable, matrix);
            foreach (var promise in deliverable.Promises.Where(promise => promise.Checks.Any(known.Contains)))
            {
                if (promise.Checks.Where(id => !known.Contains(id)).ToList() is not { Count: > 0 } unknown) continue;
                yield return $"The promise '{promise.Id}' names {string.Join(", ", unknown)} as witness, and no suite of '{deliverable.Id}' reports such a check; its other witnesses count. Correct the name, or look why check.sh does not come to it.";
            }
        }
    }

    // Which checks there are is known from the reference; what kept it from telling has a finding of its own.
    private static bool IsUnfinished(Deliverable deliverable, Matrix matrix) =>
        matrix.Of(RowRole.Reference).Any(cell => cell.Target.Suite.Deliverable == deliverable.Id && cell.First.Ending is not SuiteEnding.Completed);

    private static HashSet<string> Known(Deliverable deliverable, Matrix matrix) =>
        matrix.Of(RowRole.Reference).Where(cell => cell.Target.Suite.Deliverable == deliverable.Id)
            .SelectMany(cell => cell.First.Checks).Select(check => check.Id).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Finding> Untested(Deliverable deliverable, Promise promise, Matrix matrix)
    {
        var cells = matrix.Cells.Where(cell => cell.Target.Suite.Deliverable == deliverable.Id).ToList();
        if (IsUnfinished(deliverable, matrix)) yield break;
        var known = Known(deliverable, matrix);
        var unknown = promise.Checks.Where(id => !known.Contains(id)).ToList();
        if (known.Count > 0 && unknown.Count == promise.Checks.Count)
        {
            yield return About(deliverable, promise, null, $"names {string.Join(", ", unknown)} as witness, and no suite of '{deliverable.Id}' reports such a check");
            yield break;
        }

        if (!cells.Any(cell => cell.Row.Role != RowRole.Reference && ShowsBroken(promise, cell.First)))
            yield return About(deliverable, promise, null, "is witnessed by checks that nothing ever fails");
        foreach (var breaking in cells.Where(cell => cell.Row.Breaks.Contains(promise.Id)).GroupBy(cell => cell.Row.Name, StringComparer.Ordinal))
        {
            if (breaking.Any(cell => ShowsBroken(promise, cell.First))) continue;
            yield return breaking.Select(cell => cell.First.Ending).OfType<SuiteEnding.NotRunnable>().FirstOrDefault() is { } stopped
                ? About(deliverable, promise, breaking.Key, $"is broken by '{breaking.Key}', which no check has looked at. {stopped.Sentence.TrimEnd('.')}") with { NextStep = $"Let '{breaking.Key}' run, and be wrong in what the promise says." }
                : About(deliverable, promise, breaking.Key, $"is broken by '{breaking.Key}', which fails none of its witnesses");
        }
    }

    private static Finding About(Deliverable deliverable, Promise promise, string? variant, string how) =>
        new(FindingCode.PromiseUntested, deliverable.Id, variant,
            $"The promise '{promise.Id}' ({promise.Text}) {how}.", NextStep, new(null, promise.Checks, ""));
}
