using System.Diagnostics.CodeAnalysis;

namespace CourseGen.Runs;

/// <summary>When it makes sense to try again after trouble outside.</summary>
public abstract record RetryRule
{
    private RetryRule()
    {
    }

    /// <summary>At once.</summary>
    public sealed record Now : RetryRule;

    /// <summary>After a delay.</summary>
    public sealed record After(TimeSpan Delay) : RetryRule;

    /// <summary>Not before a person changed something.</summary>
    public sealed record Never : RetryRule;

    /// <summary>How long a worker pauses before it tries again; null: it should not.</summary>
    /// <param name="usual">The pause where the rule asks for none: who tries again and again leaves time between.</param>
    public TimeSpan? PauseOr(TimeSpan usual) => this switch
    {
        Never => null,
        After after => after.Delay,
        _ => usual,
    };
}

/// <summary>
/// Something outside did not work: a server, a disk, an engine. Where the trouble is known, there the retry rule is
/// chosen; nobody else guesses. It never counts as an attempt.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The code base calls this trouble, as opposed to a bug.")]
public class OutsideTrouble : Exception
{
    /// <summary>Trouble with its retry rule.</summary>
    public OutsideTrouble(string message, RetryRule rule, Exception? cause = null)
        : base(message, cause) => Rule = rule;

    /// <summary>When to try again.</summary>
    public RetryRule Rule { get; }
}
