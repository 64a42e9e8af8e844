namespace CourseGen.Models;

/// <summary>Why no answer came. Chosen where the trouble is known, never from the text of a message.</summary>
public enum ModelFault
{
    /// <summary>The model declined to answer.</summary>
    Refused,

    /// <summary>The answer does not fit the schema or breaks a rule of the domain, after one correction.</summary>
    Malformed,

    /// <summary>The answer was cut off at the output limit.</summary>
    Truncated,

    /// <summary>The provider asks for fewer calls.</summary>
    RateLimited,

    /// <summary>The provider cannot be reached, failed, or does not speak its protocol.</summary>
    Unavailable,

    /// <summary>No answer within the deadline.</summary>
    TimedOut,

    /// <summary>A request or an answer over a size limit.</summary>
    TooLarge,

    /// <summary>The key is missing, wrong, or not allowed to do this.</summary>
    Unauthorized,

    /// <summary>There is no recorded answer to this question.</summary>
    NotRecorded,

    /// <summary>The provider does not accept the request: an unknown model or address, for one.</summary>
    BadRequest,

    /// <summary>What may be spent is spent; no call was made.</summary>
    CeilingReached,
}

/// <summary>Whether asking the same again can help.</summary>
public enum AnswerRetry
{
    /// <summary>It cannot.</summary>
    Never,

    /// <summary>It can, after <see cref="ModelException.RetryAfter"/>, or else after the caller's own back-off.</summary>
    AfterDelay,
}

/// <summary>A question that got no answer.</summary>
public sealed class ModelException : Exception
{
    /// <param name="kind">Why.</param>
    /// <param name="message">A sentence for a person.</param>
    /// <param name="inner">What was caught, if anything.</param>
    public ModelException(ModelFault kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>Why.</summary>
    public ModelFault Kind { get; }

    /// <summary>The kind as it is stored and shown to programs.</summary>
    public string Code => ModelFaults.CodeOf(Kind);

    /// <summary>Whether asking again can help.</summary>
    public AnswerRetry Retry => ModelFaults.RetryOf(Kind);

    /// <summary>How long the provider asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the failed try took, when the provider said so: a refusal is paid for too.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>Whether the failed try may be charged for although nobody said what it took.</summary>
    public bool UsageUnknown { get; init; }

    /// <summary>The account of the whole question; set by the gateway.</summary>
    public CallRecord? Call { get; internal set; }
}

/// <summary>The fixed properties of each <see cref="ModelFault"/>.</summary>
public static class ModelFaults
{
    /// <summary>The stored name of a kind.</summary>
    public static string CodeOf(ModelFault kind) => kind switch
    {
        ModelFault.Refused => "model_refused",
        ModelFault.Malformed => "model_malformed",
        ModelFault.Truncated => "model_truncated",
        ModelFault.RateLimited => "model_rate_limited",
        ModelFault.Unavailable => "model_unavailable",
        ModelFault.TimedOut => "model_timed_out",
        ModelFault.TooLarge => "model_too_large",
        ModelFault.Unauthorized => "model_unauthorized",
        ModelFault.NotRecorded => "model_not_recorded",
        ModelFault.BadRequest => "model_bad_request",
        ModelFault.CeilingReached => "model_ceiling_reached",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of fault."),
    };

    /// <summary>Whether asking again can help: only where the trouble is outside and passes.</summary>
    public static AnswerRetry RetryOf(ModelFault kind) =>
        kind is ModelFault.RateLimited or ModelFault.Unavailable or ModelFault.TimedOut
            ? AnswerRetry.AfterDelay
            : AnswerRetry.Never;
}
