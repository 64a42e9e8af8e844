using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Domain.Verdicts;

namespace CourseGen.Domain.Reports;

/// <summary>
/// TAP 13 and 14 on standard output. The first word of a test's description is the check's id, the rest its title;
/// the YAML block that may follow a line carries <c>message:</c>, on its line or as a block of text below it, and further diagnostics.
/// </summary>
internal static partial class TapReport
{
    public static IEnumerable<CheckResult> Read(ReadOnlyMemory<byte> output)
    {
        var checks = new List<CheckResult>();
        int? planned = null;
        int? block = null;
        foreach (var line in Encoding.UTF8.GetString(output.Span).Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.StartsWith("Bail out!", StringComparison.Ordinal)) throw new ReportMalformedException($"the suite gave up: {line}");
            if (block is { } indent && IsWithin(line, indent)) AddToMessage(checks, line.Trim());
            else if (line.StartsWith("  ", StringComparison.Ordinal)) block = AddDiagnostic(checks, line);
            else if (Plan().Match(line) is { Success: true } plan) planned = int.Parse(plan.Groups["count"].Value);
            else if (Test().Match(line) is { Success: true } test) checks.Add(Check(test, checks.Count + 1));
            if (checks.Count > ReportReader.MaxChecks) throw new ReportMalformedException($"it names more than {ReportReader.MaxChecks} checks");
        }

        if (planned is null) throw new ReportMalformedException("the TAP output has no plan line (1..N)");
        if (planned != checks.Count) throw new ReportMalformedException($"the TAP plan says {planned} checks and {checks.Count} were reported");
        return checks;
    }

    /// <param name="ordinal">Its number, where it says none itself.</param>
    private static CheckResult Check(Match test, int ordinal)
    {
        // What follows a space and "#" is a comment, unless it is a directive. An escaped "#" is one of the description.
        var parts = Comment().Split(test.Groups["rest"].Value, 2);
        var description = parts[0].Trim();
        if (description.StartsWith('-')) description = description[1..];
        var words = description.Replace("\\#", "#", StringComparison.Ordinal).Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var directive = parts.Length > 1 && Directive().IsMatch(parts[1]) ? parts[1].Trim() : "";
        var status = test.Groups["not"].Success ? CheckStatus.Failed : CheckStatus.Passed;
        // A check that was skipped or is still to be done asserted nothing.
        if (directive.Length > 0) status = CheckStatus.Error;
        var number = test.Groups["number"] is { Success: true } said ? said.Value : $"{ordinal}";
        var id = words.Length > 0 ? words[0].TrimEnd(':') : number;
        return new(id, words.Length > 1 ? words[1] : id, status, directive, []);
    }

    /// <summary>Takes one line of a YAML block; the answer is how far a message is indented whose text are the lines that follow.</summary>
    private static int? AddDiagnostic(List<CheckResult> checks, string indented)
    {
        var line = indented.Trim();
        if (checks.Count == 0 || line is "---" or "..." or "") return null;
        if (Message().Match(line) is { Success: true } message)
        {
            checks[^1] = checks[^1] with { Message = Unquoted(message.Groups["text"].Value.Trim()) };
            return message.Groups["block"].Success ? indented.Length - indented.TrimStart().Length : null;
        }

        if (checks[^1].Diagnostics.Count < ReportReader.MaxDiagnostics) checks[^1] = checks[^1] with { Diagnostics = [.. checks[^1].Diagnostics, line] };
        return null;
    }

    // A message may end with a quotation of its own.
    private static string Unquoted(string text) => text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

    private static bool IsWithin(string line, int indent) => line.Length - line.TrimStart().Length > indent;

    private static void AddToMessage(List<CheckResult> checks, string line)
    {
        var message = checks[^1].Message;
        if (message.Length <= ReportReader.MaxText) checks[^1] = checks[^1] with { Message = message.Length == 0 ? line : $"{message}\n{line}" };
    }

    [GeneratedRegex(@"^message:(?<block> *[|>][-+\d]{0,2} *$)?(?<text>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(@"^1\.\.(?<count>\d{1,6})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(?<not>not )?ok(?: +(?<number>\d{1,9}))?(?<rest>(?:\W.*)?)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Test();

    [GeneratedRegex(@"[ \t]#", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^ *(?i:skip|todo)", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}
