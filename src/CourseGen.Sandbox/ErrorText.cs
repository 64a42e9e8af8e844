using System.Text;

namespace CourseGen.Sandbox;

/// <summary>What the programs of an engine wrote to standard error, for a sentence.</summary>
internal static class ErrorText
{
    private const int MaxBytes = 500;

    /// <summary>The end of it.</summary>
    public static string EndOf(ReadOnlyMemory<byte> written) => Encoding.UTF8.GetString(written.Span[Math.Max(0, written.Length - MaxBytes)..]).Trim();
}
