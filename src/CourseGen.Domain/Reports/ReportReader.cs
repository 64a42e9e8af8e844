using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Reports;

/// <summary>What a suite left behind, before it is judged.</summary>
/// <param name="ExitCode">The exit status of check.sh.</param>
/// <param name="File">The report file, if one was written.</param>
/// <param name="Output">Standard output.</param>
public sealed record RawReport(int ExitCode, ReadOnlyMemory<byte>? File, ReadOnlyMemory<byte> Output);

/// <summary>A report cannot be read, or contradicts the exit status.</summary>
public sealed class ReportMalformedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads what a suite reported, in any of the formats of the bundle contract. The content is hostile.</summary>
public static class ReportReader
{
    /// <summary>The most bytes of a report file.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The most checks of one suite.</summary>
    public const int MaxChecks = 10_000;

    /// <summary>The most diagnostics of one check; further ones are left out.</summary>
    internal const int MaxDiagnostics = 50;

    /// <summary>The most characters of a message or a diagnostic; what is longer is cut.</summary>
    internal const int MaxText = 8 * 1024;

    /// <exception cref="ReportMalformedException">It cannot be read, or contradicts the exit status.</exception>
    public static IReadOnlyList<CheckResult> Read(ReportKind kind, RawReport raw)
    {
        var checks = Parse(kind, raw).Select(Tidy).ToList();
        Refuse(checks.Count == 0, "it names no check");
        Refuse(checks.Count > MaxChecks, $"it names more than {MaxChecks} checks");
        var twice = checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Refuse(twice is not null, $"it names the check '{twice?.Key}' twice" + (kind == ReportKind.Tap ? "; a check's id is the first word of its description" : ""));
        var trouble = checks.Find(check => !check.Passed);
        Refuse(trouble is null && raw.ExitCode != 0, $"every check passed, but check.sh ended with status {raw.ExitCode}");
        if (trouble is not null && raw.ExitCode == 0) throw new ReportMalformedException($"the check '{trouble.Id}' {Standing(trouble)}, but check.sh ended with status 0");
        return checks;
    }

    private static string Standing(CheckResult check)
    {
        if (check.Status == CheckStatus.Failed) return "failed";
        var said = check.Message.Split('\n')[0];
        return said.Length is > 0 and < 200 ? $"is an error ({said})" : "is an error";
    }

    private static IEnumerable<CheckResult> Parse(ReportKind kind, RawReport raw) => kind switch
    {
        ReportKind.CourseGen => JsonReport.Read(FileOf(raw)),
        ReportKind.JUnit => JUnitReport.Read(FileOf(raw)),
        ReportKind.Tap => TapReport.Read(Bounded(raw.Output)),
        ReportKind.Exit => [ExitReport(raw)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static CheckResult ExitReport(RawReport raw)
    {
        var status = raw.ExitCode == 0 ? CheckStatus.Passed : CheckStatus.Failed;
        return new("suite", "The whole suite", status, raw.ExitCode == 0 ? "" : $"check.sh ended with status {raw.ExitCode}", []);
    }

    private static ReadOnlyMemory<byte> FileOf(RawReport raw)
    {
        var content = Bounded(raw.File ?? throw new ReportMalformedException($"check.sh ended with status {raw.ExitCode} and wrote no report"));
        Refuse(content.Span.Trim(" \t\r\n"u8).IsEmpty, $"the report is empty, and check.sh ended with status {raw.ExitCode}");
        return content;
    }

    // Some programs put a byte order mark first, which is no part of what they report.
    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> content)
    {
        Refuse(content.Length > MaxBytes, $"it is {content.Length:N0} bytes; the most is {MaxBytes:N0}");
        return content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
    }

    private static CheckResult Tidy(CheckResult check)
    {
        Refuse(string.IsNullOrWhiteSpace(check.Id) || check.Id.Length > 200, "a check has no id, or one of over 200 characters");
        var title = string.IsNullOrWhiteSpace(check.Title) ? check.Id : check.Title;
        return check with { Title = Cut(title), Message = Cut(check.Message), Diagnostics = [.. check.Diagnostics.Take(MaxDiagnostics).Select(Cut)] };
    }

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText] + " …";

    private static void Refuse(bool wrong, string reason)
    {
        if (wrong) throw new ReportMalformedException(reason);
    }
}
