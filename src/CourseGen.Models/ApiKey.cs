namespace CourseGen.Models;

/// <summary>A provider's key. It shows itself only on demand, never in a log or an error.</summary>
public sealed class ApiKey(string value)
{
    /// <summary>The key itself.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
