using System.Text.Json;

namespace CourseGen.Runs;

/// <summary>The payloads of the engine's own events.</summary>
internal static class Payloads
{
    public static string Created(RunStart start) =>
        RunJson.Write(new { start.Kind, start.Title, Input = Raw(start.Input) });

    public static string Passed(StepResult.Passed passed) => RunJson.Write(new { Result = Raw(passed.Payload) });

    public static string Failed(StepResult.Failed failed) =>
        RunJson.Write(new { failed.Codes, Result = Raw(failed.Payload) });

    public static string Trouble(OutsideTrouble trouble, int faults, DateTimeOffset? wakeAt) =>
        RunJson.Write(new { trouble.Message, Retry = Name(trouble.Rule), Faults = faults, WakeAt = wakeAt });

    public static string Crash(Exception bug) =>
        RunJson.Write(new { Type = bug.GetType().FullName, bug.Message, Stack = bug.ToString() });

    public static string By(string by) => RunJson.Write(new { By = by });

    public static string Gate(string gate) => RunJson.Write(new { Gate = gate });

    public static string Decision(GateDecision decision) =>
        RunJson.Write(new { decision.Gate, decision.By, decision.Comment });

    public static string Codes(IReadOnlyList<string> codes) => RunJson.Write(new { Codes = codes });

    public static string Reason(string signature, string sentence) =>
        RunJson.Write(new { Signature = signature, Sentence = sentence });

    private static string Name(RetryRule rule) => rule switch
    {
        RetryRule.Now => "now",
        RetryRule.After => "after",
        RetryRule.Never => "never",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such retry rule."),
    };

    private static JsonElement Raw(string json) => RunJson.Read<JsonElement>(json);
}
