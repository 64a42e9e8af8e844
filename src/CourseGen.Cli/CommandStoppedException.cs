namespace CourseGen.Cli;

/// <summary>A command cannot go on, for a reason that is known and told.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="sentence">What is wrong, in plain words.</param>
/// <param name="nextStep">What to do about it.</param>
/// <param name="details">Single things that are wrong, one a line.</param>
internal sealed class CommandStoppedException(int exitCode, string sentence, string nextStep, IReadOnlyList<string>? details = null)
    : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;

    public string NextStep { get; } = nextStep;

    public IReadOnlyList<string> Details { get; } = details ?? [];

    /// <summary>What was asked for makes no sense.</summary>
    public static CommandStoppedException Usage(string sentence, string nextStep, IReadOnlyList<string>? details = null) =>
        new(Cli.ExitCode.Usage, sentence, nextStep, details);

    /// <summary>This machine or CourseGen itself cannot do it.</summary>
    public static CommandStoppedException Ours(string sentence, string nextStep, IReadOnlyList<string>? details = null) =>
        new(Cli.ExitCode.Ours, sentence, nextStep, details);
}
