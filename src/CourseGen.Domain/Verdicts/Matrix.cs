using CourseGen.Domain.Bundles;

namespace CourseGen.Domain.Verdicts;

/// <summary>What a row of the baseline matrix is.</summary>
public enum RowRole
{
    /// <summary>The untouched starter.</summary>
    Starter,

    /// <summary>The starter with everything the learner owns emptied.</summary>
    Empty,

    Reference,

    /// <summary>A reference up to and including one deliverable.</summary>
    Milestone,

    Partial,
    Naive,
    Buggy,

    /// <summary>A forger of the bundle or one of the harness's own.</summary>
    Forger,
}

/// <summary>What a cell has to show for the bundle to hold.</summary>
public enum Expected
{
    Pass,
    Fail,

    /// <summary>Recorded for other rules; not judged by itself.</summary>
    Any,
}

/// <summary>A workspace state and the suites it is run against.</summary>
/// <param name="Name">The variant's name, or the harness's own name for the row.</param>
/// <param name="Deliverable">The deliverable the variant is about, if one.</param>
/// <param name="Breaks">Promises it breaks on purpose.</param>
/// <param name="Reruns">How often every cell is run; all runs have to agree.</param>
public sealed record MatrixRow(
    string Name, RowRole Role, string? Deliverable, IReadOnlyList<string> Breaks, IReadOnlyList<MatrixTarget> Targets, int Reruns);

/// <summary>A suite and what a row has to show on it.</summary>
public sealed record MatrixTarget(SuiteId Suite, Expected Expected);

/// <summary>A row's result on one suite.</summary>
/// <param name="Runs">One result per rerun, in the order in which they were run.</param>
public sealed record MatrixCell(MatrixRow Row, MatrixTarget Target, IReadOnlyList<SuiteResult> Runs)
{
    /// <summary>The first run; the reruns must agree with it.</summary>
    public SuiteResult First => Runs[0];

    /// <summary>The runs that had the machine as it was; only they say what a suite needs.</summary>
    public IReadOnlyList<SuiteResult> CalmRuns => [.. Runs.Where((_, index) => !RunConditions.OfRun(index).Loaded)];

    /// <summary>Whether every run passed.</summary>
    public bool Passed => Runs.All(run => run.Passed);

    /// <summary>Whether the suite passes in some runs and not in others.</summary>
    /// <remarks>A wrong program, one with a race in it, say, may well fail another check every time: it still fails.</remarks>
    public bool Flaky => Runs.Select(run => run.Passed).Distinct().Count() > 1;

    /// <summary>Whether the cell shows what it has to.</summary>
    public bool AsExpected => !Flaky && Target.Expected switch
    {
        Expected.Pass => Passed,
        Expected.Fail => !Runs.Any(run => run.Passed),
        _ => true,
    };
}

/// <summary>Every cell that was run.</summary>
public sealed record Matrix(IReadOnlyList<MatrixCell> Cells)
{
    public IEnumerable<MatrixCell> Of(RowRole role) => Cells.Where(cell => cell.Row.Role == role);

    public MatrixCell? Find(string row, SuiteId suite) =>
        Cells.FirstOrDefault(cell => cell.Row.Name == row && cell.Target.Suite == suite);
}
