namespace CourseGen.Runs;

/// <summary>A person asked for something that the run's state does not allow. Nothing was written.</summary>
public sealed class RunRefusedException(string code, string sentence) : Exception(sentence)
{
    /// <summary>The reason as a stable code; the engine's own are in <see cref="RunRefusals"/>.</summary>
    public string Code { get; } = code;
}

/// <summary>The written-out codes with which the engine itself refuses.</summary>
public static class RunRefusals
{
    /// <summary>There is no such run.</summary>
    public const string UnknownRun = "run_unknown";

    /// <summary>Nobody here knows the kind of the run.</summary>
    public const string UnknownKind = "run_kind_unknown";

    /// <summary>The run does not stand at the gate that was decided.</summary>
    public const string NotAtGate = "run_not_at_gate";

    /// <summary>The run has ended.</summary>
    public const string Ended = "run_ended";

    /// <summary>The run stands at a gate, which is decided, not resumed.</summary>
    public const string NotResumable = "run_not_resumable";

    /// <summary>The run is being cancelled.</summary>
    public const string BeingCancelled = "run_being_cancelled";

    /// <summary>The kind does not allow it in the state the run has.</summary>
    public const string NotAllowed = "run_not_allowed";

    /// <summary>All of them, as the golden list names them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [UnknownRun, UnknownKind, NotAtGate, Ended, NotResumable, BeingCancelled, NotAllowed];
}
