namespace CourseGen.Runs;

/// <summary>Where a run stands. Whose doing an ending was is part of the status.</summary>
public enum RunStatus
{
    /// <summary>Has a step to execute: a worker holds it, or any worker may claim it.</summary>
    Active,

    /// <summary>Stands at a gate until a person decides.</summary>
    Waiting,

    /// <summary>Ended well.</summary>
    Succeeded,

    /// <summary>Ended with findings; nobody's fault but the work's.</summary>
    Failed,

    /// <summary>Ended because going on would not help; says why by signature and sentence.</summary>
    Blocked,

    /// <summary>Ended because a person said so.</summary>
    Cancelled,

    /// <summary>Our fault or trouble outside that did not go away: waits for a person to resume or cancel it.</summary>
    Faulted,
}

/// <summary>The stored and served names of <see cref="RunStatus"/>.</summary>
public static class RunStatusNames
{
    /// <summary>The stored name of a status.</summary>
    public static string Of(RunStatus status) => status switch
    {
        RunStatus.Active => "active",
        RunStatus.Waiting => "waiting",
        RunStatus.Succeeded => "succeeded",
        RunStatus.Failed => "failed",
        RunStatus.Blocked => "blocked",
        RunStatus.Cancelled => "cancelled",
        RunStatus.Faulted => "faulted",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such run status."),
    };

    /// <summary>The status of a stored name.</summary>
    /// <exception cref="FormatException">No status has this name.</exception>
    public static RunStatus Parse(string name) => name switch
    {
        "active" => RunStatus.Active,
        "waiting" => RunStatus.Waiting,
        "succeeded" => RunStatus.Succeeded,
        "failed" => RunStatus.Failed,
        "blocked" => RunStatus.Blocked,
        "cancelled" => RunStatus.Cancelled,
        "faulted" => RunStatus.Faulted,
        _ => throw new FormatException($"'{name}' is no run status."),
    };
}
