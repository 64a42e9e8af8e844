using System.Text.Json.Serialization;

namespace CourseGen.Domain.Verdicts;

/// <summary>Whose doing an ending was.</summary>
public enum Blame
{
    /// <summary>Nobody's: it went as it should.</summary>
    Nobody,

    /// <summary>The program under test: the learner's, or the variant's.</summary>
    Learner,

    /// <summary>The author of the bundle.</summary>
    Author,

    /// <summary>Ours. Never graded, always retried, then reported as ours.</summary>
    Ours,
}

/// <summary>How a suite ended, and whose doing that was.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ending")]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(NotRunnable), "not_runnable")]
[JsonDerivedType(typeof(OverLimit), "over_limit")]
[JsonDerivedType(typeof(ReportMalformed), "report_malformed")]
[JsonDerivedType(typeof(HarnessFault), "harness_fault")]
public abstract record SuiteEnding([property: JsonIgnore] Blame Blame)
{
    /// <summary>The stored name of the ending.</summary>
    [JsonIgnore]
    public abstract string Code { get; }

    /// <summary>What happened, in one sentence for a person.</summary>
    [JsonIgnore]
    public abstract string Sentence { get; }

    /// <summary>check.sh ended and its report agrees with its exit status.</summary>
    public sealed record Completed() : SuiteEnding(Blame.Nobody)
    {
        /// <summary>The stored name.</summary>
        public const string Name = "completed";

        [JsonIgnore]
        public override string Code => Name;

        [JsonIgnore]
        public override string Sentence => "The checks ran to their end.";
    }

    /// <summary>install.sh or verify.sh said no, or the server did not come up: there was nothing to check.</summary>
    /// <param name="Phase">install, verify or boot.</param>
    public sealed record NotRunnable(string Phase, string Reason) : SuiteEnding(Blame.Learner)
    {
        /// <summary>The stored name.</summary>
        public const string Name = "not_runnable";

        [JsonIgnore]
        public override string Code => Name;

        [JsonIgnore]
        public override string Sentence => $"The project did not get past {Phase}: {Reason}";
    }

    /// <summary>A limit was reached.</summary>
    /// <param name="Limit">time, cpu, memory, processes, disk or output.</param>
    /// <param name="Allowed">The limit, with its unit.</param>
    /// <param name="Reached">The value seen, with its unit.</param>
    public sealed record OverLimit(string Limit, string Phase, string Allowed, string Reached) : SuiteEnding(Blame.Learner)
    {
        [JsonIgnore]
        public override string Code => "over_limit";

        [JsonIgnore]
        public override string Sentence => $"The {Limit} limit of {Allowed} was reached during {Phase} ({Reached}).";
    }

    /// <summary>The report could not be read, or contradicts the exit status.</summary>
    public sealed record ReportMalformed(string Reason) : SuiteEnding(Blame.Author)
    {
        [JsonIgnore]
        public override string Code => "report_malformed";

        [JsonIgnore]
        public override string Sentence => $"The report cannot be used: {Reason}";
    }

    /// <summary>The harness or the engine failed.</summary>
    public sealed record HarnessFault(string Reason) : SuiteEnding(Blame.Ours)
    {
        [JsonIgnore]
        public override string Code => "harness_fault";

        [JsonIgnore]
        public override string Sentence => $"CourseGen itself failed and nothing was judged: {Reason}";
    }
}
