using System.Text.Json.Serialization;

namespace CourseGen.Domain.Verdicts;

/// <summary>How one check ended.</summary>
public enum CheckStatus
{
    Passed,

    /// <summary>An assertion did not hold: the program answered, and wrongly.</summary>
    Failed,

    /// <summary>The check could not come to an assertion.</summary>
    Error,

    /// <summary>A limit ended the suite before the check ended.</summary>
    TimedOut,

    /// <summary>The check is on the roster and was not reported.</summary>
    Missing,
}

/// <summary>One assertion with its outcome.</summary>
/// <param name="Id">Stable within its suite.</param>
/// <param name="Title">What is checked, for a person.</param>
/// <param name="Message">Why it did not pass: what was sent, what was expected, what came.</param>
/// <param name="Diagnostics">Further lines; one that begins with <c>hint:</c> may be shown for a hidden check.</param>
public sealed record CheckResult(
    string Id, string Title, CheckStatus Status, string Message, IReadOnlyList<string> Diagnostics)
{
    [JsonIgnore]
    public bool Passed => Status == CheckStatus.Passed;
}

/// <summary>How many checks ended how.</summary>
public sealed record CheckCounts(int Passed, int Failed, int Error, int TimedOut, int Missing)
{
    public static CheckCounts Of(IReadOnlyList<CheckResult> checks)
    {
        int Count(CheckStatus status) => checks.Count(check => check.Status == status);
        return new(
            Count(CheckStatus.Passed), Count(CheckStatus.Failed), Count(CheckStatus.Error), Count(CheckStatus.TimedOut), Count(CheckStatus.Missing));
    }

    public int Total => Passed + Failed + Error + TimedOut + Missing;
}
