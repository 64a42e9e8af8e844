namespace CourseGen.Sandbox;

/// <summary>Whose box a command runs in.</summary>
public enum Side
{
    /// <summary>The box of the program under test. It may write the workspace.</summary>
    Learner,

    /// <summary>The box of the checks. It sees the workspace read-only and has the checks and the report folder.</summary>
    Checker,
}

/// <summary>Where things are inside the boxes. The paths are the same in both boxes wherever both have the thing.</summary>
public static class BoxPaths
{
    /// <summary>The workspace and the working directory of every command. Read-only for the checker.</summary>
    public const string Workspace = "/workspace";

    /// <summary>A folder both boxes may write; empty at the start of a session.</summary>
    public const string Exchange = "/exchange";

    /// <summary>The folder of the checker alone that reports are read from.</summary>
    public const string Report = "/report";

    /// <summary>The search path for programs. In the checker's box it begins with the folder of <c>as-learner</c>.</summary>
    public const string Path = "/usr/local/bin:/usr/bin:/bin";
}

/// <summary>A read-only folder tree kept by an engine, to be laid under workspaces.</summary>
/// <param name="Id">Names the layer within its engine.</param>
public sealed record Layer(string Id);

/// <summary>A folder of the host that the checker's box sees read-only.</summary>
/// <param name="HostFolder">An absolute path on the host.</param>
/// <param name="BoxPath">An absolute path directly under the box's root, such as <c>/checks</c>.</param>
public sealed record CheckerMount(string HostFolder, string BoxPath);

/// <summary>What a session is made of.</summary>
public sealed record SessionSpec
{
    /// <summary>The layers of the workspace, lowest first; where two hold the same path, the later one wins.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Workspace paths, relative, that are removed before anything runs.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Read-only folders of the checker's box.</summary>
    public IReadOnlyList<CheckerMount> CheckerMounts { get; init; } = [];

    /// <summary>Variables that every command of the learner's box finds, those that come through as-learner too.</summary>
    public IReadOnlyDictionary<string, string> LearnerEnvironment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The limits of the learner's box; the checker's box has the same ones for itself.</summary>
    public required Limits Limits { get; init; }

    /// <summary>Whether the host's network may be used. Off, there is loopback only.</summary>
    public bool HostNetwork { get; init; }
}

/// <summary>A command and what it may take.</summary>
public sealed record Command
{
    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Added to the box's own environment (PATH, HOME, TMPDIR, LANG), which is all there is besides.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the caller calls this part of the work; repeated in endings so that a person knows where it stopped.</summary>
    public required string Phase { get; init; }

    /// <summary>How long the command may take by the clock on the wall.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>
    /// For a command of the checker: how much CPU time the learner's box may take while it runs, over all calls and the
    /// service, before this command is ended for it. Without it, what a call starts is ended at the box's limit, and the
    /// command goes on.
    /// </summary>
    public TimeSpan? LearnerCpu { get; init; }

    /// <summary>Standard input. Without it the command reads an empty one.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }
}

/// <summary>Limits of one box.</summary>
/// <param name="Cpu">CPU time of one command, added up over all its processes.</param>
/// <param name="MemoryBytes">
/// Memory of all processes of the box together. Files that the box writes lie in memory and count too.
/// </param>
/// <param name="Processes">Processes and threads of the box together.</param>
/// <param name="DiskBytes">What the box may write: workspace, temporary files and exchange folder, each.</param>
/// <param name="OutputBytes">Standard output and standard error of one command, each.</param>
/// <param name="OpenFiles">Open files of one process.</param>
public sealed record Limits(
    TimeSpan Cpu, long MemoryBytes, int Processes, long DiskBytes, long OutputBytes, int OpenFiles = 1024)
{
    /// <summary>How many files and folders a box may make on each of its file systems.</summary>
    public int Files { get; init; } = 50_000;
}
