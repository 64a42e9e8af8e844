using System.Text.RegularExpressions;
using CourseGen.Sandbox;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Where an attack's program runs.</summary>
public enum Place
{
    /// <summary>In the learner's box.</summary>
    Learner,

    /// <summary>In the checker's box.</summary>
    Checker,

    /// <summary>In both boxes, one after the other.</summary>
    Both,

    /// <summary>In the learner's box, called by an honest check (support/check.sh) that then gives its verdict.</summary>
    Called,
}

/// <summary>What an attack must not touch. All of them are looked at after every attack.</summary>
public enum Intact
{
    /// <summary>Files, shared memory and services of the host.</summary>
    Host,

    /// <summary>Processes of the host.</summary>
    Processes,

    /// <summary>The hidden suite.</summary>
    Checks,

    /// <summary>The checker's box, its files and its processes.</summary>
    Checker,

    /// <summary>The verdict in the report.</summary>
    Verdict,

    /// <summary>Another learner's session.</summary>
    Neighbour,

    /// <summary>A later run in a fresh session.</summary>
    NextRun,
}

/// <summary>A hostile program, and what must come of it. The comment at the top of its file says so, in YAML.</summary>
public sealed partial record Attack
{
    /// <summary>The program's path below the corpus: its family and its name.</summary>
    [YamlIgnore]
    public string Name { get; init; } = "";

    /// <summary>The folder it lies in.</summary>
    [YamlIgnore]
    public string Family => Name.Split('/')[0];

    /// <summary>The file of the program, on the host.</summary>
    [YamlIgnore]
    public string File { get; init; } = "";

    /// <summary>What it tries, for a person.</summary>
    public string Tries { get; init; } = "";

    public Place Side { get; init; }

    /// <summary>How it must end: <c>exit N</c>, or <c>over LIMIT</c>.</summary>
    public string Ending { get; init; } = "exit 0";

    /// <summary>How an engine may end it at the very attempt, instead of refusing what it asks for: 159 is SIGSYS.</summary>
    public string? Or { get; init; }

    /// <summary>What it aims at.</summary>
    public Intact[] Intact { get; init; } = [];

    /// <summary>Weaknesses with each of which, or joined by + together, it must succeed.</summary>
    public string[] Without { get; init; } = [];

    public AttackLimits Limits { get; init; } = new();

    /// <summary>Whether the program runs once more in the same session, with the argument <c>again</c>.</summary>
    public bool Again { get; init; }

    /// <summary>Whether the program runs once more in a fresh session, with the argument <c>next</c>.</summary>
    public bool Next { get; init; }

    /// <summary>Files of the report folder that it has prepared; none of them may be read.</summary>
    public string[] Collect { get; init; } = [];

    /// <summary>The limit that a called program must have gone over.</summary>
    public string? LearnerLimit { get; init; }

    /// <summary>Something its output must hold: the refusal it met.</summary>
    public string? Says { get; init; }

    /// <summary>Why this attack is known to succeed; SECURITY.md lists it.</summary>
    public string? Gap { get; init; }

    /// <summary>The engines it succeeds on; none means all.</summary>
    public string[] GapIn { get; init; } = [];

    /// <summary>Reads the description at the top of a program.</summary>
    public static Attack Read(string file, string name)
    {
        var lines = System.IO.File.ReadLines(file).SkipWhile(line => line.StartsWith("#!", StringComparison.Ordinal))
            .Select(line => Comment().Match(line)).TakeWhile(match => match.Success).Select(match => match.Groups["text"].Value);
        try
        {
            return Reader().Deserialize<Attack>(string.Join('\n', lines)) with { Name = name, File = file };
        }
        catch (YamlDotNet.Core.YamlException wrong)
        {
            throw new InvalidDataException($"{name}: {wrong.Message} {wrong.InnerException?.Message}", wrong);
        }
    }

    /// <summary>Whether it is known to succeed on an engine.</summary>
    public bool HasGapIn(string engine) => Gap is not null && (GapIn.Length == 0 || GapIn.Contains(engine, StringComparer.Ordinal));

    public override string ToString() => Name;

    private static IDeserializer Reader() => new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnumNamingConvention(UnderscoredNamingConvention.Instance).Build();

    [GeneratedRegex("^(#|//)( (?<text>.*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}

/// <summary>The limits of an attack where they differ from the usual ones.</summary>
public sealed record AttackLimits
{
    public int WallMs { get; init; } = 20_000;

    public int CpuMs { get; init; } = 5_000;

    public int MemoryMb { get; init; } = 96;

    public int Processes { get; init; } = 40;

    public int DiskMb { get; init; } = 8;

    public int OutputKb { get; init; } = 256;

    public int OpenFiles { get; init; } = 256;

    public int Files { get; init; } = 2_000;

    public TimeSpan Wall => TimeSpan.FromMilliseconds(WallMs);

    public Limits ToLimits() => new(
        TimeSpan.FromMilliseconds(CpuMs), (long)MemoryMb << 20, Processes, (long)DiskMb << 20, OutputKb << 10, OpenFiles)
    { Files = Files };
}
