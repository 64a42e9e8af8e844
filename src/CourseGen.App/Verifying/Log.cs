using System.Text;

namespace CourseGen.App.Verifying;

/// <summary>Turns what a program wrote into text that can be shown.</summary>
internal static class Log
{
    /// <summary>The most bytes that evidence keeps of what one command wrote; of a suite with a server, those of the server come on top.</summary>
    public const int MaxBytes = 8 * 1024;

    /// <summary>The end of an output, as text without control characters.</summary>
    public static string Tail(ReadOnlyMemory<byte> output, int max = MaxBytes)
    {
        var kept = output.Length <= max ? output : output[^max..];
        var text = Encoding.UTF8.GetString(kept.Span);
        var clean = new StringBuilder(text.Length);
        foreach (var one in text.Where(one => one is '\n' or '\t' || !char.IsControl(one))) clean.Append(one);
        return output.Length <= max ? clean.ToString() : "… " + clean;
    }

    /// <summary>The ends of both outputs of a command, errors last.</summary>
    public static string Tail(Sandbox.CommandResult result) =>
        (Tail(result.Output, MaxBytes / 2) + Tail(result.Error, MaxBytes / 2)).Trim();

    /// <summary>The last line that says something, for a sentence.</summary>
    public static string LastLine(string log) =>
        log.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) is { } line
            ? (line.Length > 300 ? line[..300] + "…" : line)
            : "it printed nothing";
}
