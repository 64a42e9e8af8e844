namespace CourseGen.Models.Http;

/// <summary>The bounds of every connection to a provider.</summary>
public sealed record WireLimits
{
    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a response's body may be, in bytes.</summary>
    public int LargestBodyBytes { get; init; } = 32 * 1024 * 1024;
}
