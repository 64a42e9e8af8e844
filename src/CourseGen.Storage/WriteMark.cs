using System.Security.Cryptography;

namespace CourseGen.Storage;

/// <summary>
/// Names one writing, however often its transaction is tried. A transaction whose commit was not confirmed may have been
/// kept or not; whoever tries again looks for the mark.
/// </summary>
internal sealed class WriteMark
{
    private const int Letters = 16;

    /// <summary>Nobody else's.</summary>
    public string Value { get; } = RandomNumberGenerator.GetHexString(Letters, lowercase: true);

    /// <summary>Whether an earlier try may have been kept.</summary>
    public bool MayBeKept { get; set; }
}
