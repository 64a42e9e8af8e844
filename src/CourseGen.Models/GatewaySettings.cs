namespace CourseGen.Models;

/// <summary>The bounds of every question. The defaults are those of the design.</summary>
public sealed record GatewaySettings
{
    /// <summary>
    /// How long one call may hold the worker: one prompt with all its retries and waits. A correction is a second call,
    /// so a question ends within twice this time.
    /// </summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(240);

    /// <summary>How often a call is tried again when that can help.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The unit of the back-off, which is min(2^n, 4) units before retry n, from 1.</summary>
    public TimeSpan BackOffUnit { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer may be, in UTF-8 bytes.</summary>
    public int LargestAnswerBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Prices of models; empty means that no cost is known.</summary>
    public PriceTable Prices { get; init; } = new([]);

    /// <summary>How many calls may be under way at once; one object for all gateways that share the limit.</summary>
    public ProviderSlots Slots { get; init; } = new(ProviderSlots.Default);

    /// <summary>A folder that every accepted answer is kept in, to be replayed from; null keeps none.</summary>
    public string? RecordTo { get; init; }

    /// <summary>Whether spans carry what was asked and answered. It may be anybody's text, so only when asked for.</summary>
    public bool CaptureContent { get; init; }

    internal TimeSpan BackOffBefore(int retry) => BackOffUnit * Math.Min(Math.Pow(2, retry), 4);
}
