namespace CourseGen.App.Authoring;

/// <summary>The written-out codes with which authoring refuses the approval of a gate.</summary>
public static class AuthoringRefusals
{
    /// <summary>What the gate needs is not there.</summary>
    public const string GateNotReady = "gate_not_ready";

    /// <summary>The bundle changed after an earlier gate was approved.</summary>
    public const string GateReopened = "gate_reopened";

    /// <summary>All of them, as the golden list names them.</summary>
    public static readonly IReadOnlyList<string> All = [GateNotReady, GateReopened];
}
