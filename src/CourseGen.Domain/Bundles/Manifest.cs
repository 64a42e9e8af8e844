namespace CourseGen.Domain.Bundles;

/// <summary>The content of <c>course.yaml</c>: what the course is, what it runs on and what it promises.</summary>
public sealed record Manifest
{
    /// <summary>The version of the bundle contract this product reads; it counts breaking changes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Names the course in addresses: 3 to 60 of a-z, 0-9 and hyphen.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required Surface Surface { get; init; }

    public required StackContract Stack { get; init; }

    public required RuntimeContract Runtime { get; init; }

    public BundleLimits Limits { get; init; } = new();

    public MutationPolicy Mutation { get; init; } = new();

    /// <summary>In order and cumulative: a later deliverable builds on the earlier ones.</summary>
    public required IReadOnlyList<Deliverable> Deliverables { get; init; }

    /// <summary>The suites of the course in order: for each deliverable the visible one, then the hidden one.</summary>
    public IEnumerable<SuiteId> Suites =>
        Deliverables.SelectMany(deliverable => SuiteId.Kinds.Select(kind => new SuiteId(deliverable.Id, kind)));

    /// <summary>How a suite reports its checks.</summary>
    public ReportKind ReportOf(SuiteId suite)
    {
        var deliverable = Deliverables.Single(one => one.Id == suite.Deliverable);
        return suite.Kind == SuiteKind.Visible ? deliverable.Visible : deliverable.Hidden;
    }

    /// <summary>The place of a deliverable in the course, from 0.</summary>
    public int IndexOf(string deliverable) =>
        Deliverables.Select((one, index) => (one, index)).Single(pair => pair.one.Id == deliverable).index;
}

/// <summary>How the outside reaches the learner's program.</summary>
public enum Surface
{
    /// <summary>A server on a port.</summary>
    Http,

    /// <summary>A program started with arguments.</summary>
    Command,
}

/// <summary>
/// The stack that the creator asked for. It is data for people and models; nothing in this product branches on it.
/// </summary>
public sealed record StackContract(
    string Language, string LanguageVersion, string Framework, string PackageManager, string Database, string Cache);

/// <summary>What the harness needs to know to run the course.</summary>
/// <param name="Port">The port of an http course, otherwise 0.</param>
/// <param name="Health">The path of an http course that answers 2xx once the server is up, otherwise empty.</param>
/// <param name="InstallNetwork">Whether install.sh may use the network.</param>
public sealed record RuntimeContract(int Port, string Health, bool InstallNetwork);

/// <summary>The limits of a course's runs, with the defaults of the bundle contract.</summary>
public sealed record BundleLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Wall clock of install.sh, and of verify.sh.</summary>
    public TimeSpan Install { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Wall clock until the server is healthy.</summary>
    public TimeSpan Boot { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wall clock of one check.sh.</summary>
    public TimeSpan Suite { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>CPU time of one box during one suite.</summary>
    public TimeSpan Cpu { get; init; } = TimeSpan.FromSeconds(60);

    public long MemoryBytes { get; init; } = 512 * Mebibyte;

    public int Processes { get; init; } = 128;

    public long DiskBytes { get; init; } = 256 * Mebibyte;

    public long OutputBytes { get; init; } = Mebibyte;
}

/// <summary>How strong the hidden suites have to be against small changes of the reference.</summary>
/// <param name="Threshold">The share of mutants that must be killed, 0 to 1.</param>
/// <param name="Max">The most mutants that are run.</param>
public sealed record MutationPolicy(double Threshold = 0.9, int Max = 60)
{
    /// <summary>Lines that begin as those do in most languages which only bring names in.</summary>
    public const string ImportLines = @"^\s*#?(import|from|using|use|require|include|package)\s";

    /// <summary>Lines that begin as comments do in most languages.</summary>
    public const string CommentLines = """^\s*(#|//|/\*|\*(\s|/|>|$)|\(\*(\s|\*|$)|--|;|%|!(\s|$)|<!--|\"\"\"|''')""";

    /// <summary>Patterns of lines that are no code: nothing within them is changed.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [CommentLines, ImportLines];

    /// <summary>Mutants that do the same as the reference, as the author says.</summary>
    public IReadOnlyList<EquivalentMutant> Equivalent { get; init; } = [];
}

/// <summary>A mutant that no check can tell from the reference, because it does the same.</summary>
/// <param name="Id">The mutant's id in the evidence.</param>
/// <param name="Why">Why it does the same.</param>
public sealed record EquivalentMutant(string File, string Id, string Why);

/// <summary>A part of the project that is graded by itself.</summary>
/// <param name="Id">1 to 40 of a-z, 0-9 and hyphen.</param>
/// <param name="Owns">Paths or globs in the starter that the learner edits.</param>
/// <param name="Visible">How the visible suite reports.</param>
/// <param name="Hidden">How the hidden suite reports.</param>
public sealed record Deliverable(
    string Id, string Title, IReadOnlyList<string> Owns, IReadOnlyList<Promise> Promises, ReportKind Visible, ReportKind Hidden);

/// <summary>A statement about the finished program that checks witness.</summary>
/// <param name="Checks">Ids of the checks, visible or hidden, that witness it.</param>
public sealed record Promise(string Id, string Text, IReadOnlyList<string> Checks);

/// <summary>The formats a suite may report in.</summary>
public enum ReportKind
{
    /// <summary>The product's own JSON.</summary>
    CourseGen,

    /// <summary>JUnit XML.</summary>
    JUnit,

    /// <summary>TAP 13 or 14 on standard output.</summary>
    Tap,

    /// <summary>The exit status alone, as the single check <c>suite</c>.</summary>
    Exit,
}
