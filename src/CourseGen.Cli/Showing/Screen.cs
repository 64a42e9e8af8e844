using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>The two places a command talks to: results go to standard output, progress and trouble to standard error.</summary>
/// <param name="Live">Whether progress may be drawn over and over, as on a terminal.</param>
internal sealed record Screen(IAnsiConsole Results, IAnsiConsole Progress, bool Live)
{
    // Wide enough for a sentence; a file or a log has no width of its own.
    private const int WidthOfFiles = 120;

    public static Screen OfTerminal()
    {
        var results = ConsoleOn(Console.Out, Console.IsOutputRedirected);
        var progress = ConsoleOn(Console.Error, Console.IsErrorRedirected);
        return new(results, progress, !Console.IsErrorRedirected && progress.Profile.Capabilities.Ansi);
    }

    /// <summary>A screen that writes plain text, for logs and tests.</summary>
    public static Screen OfText(TextWriter results, TextWriter progress) =>
        new(ConsoleOn(results, redirected: true), ConsoleOn(progress, redirected: true), Live: false);

    /// <summary>A line of the result.</summary>
    public void Line(Rich line) => Results.MarkupLine(line.Markup);

    /// <summary>An empty line of the result.</summary>
    public void Gap() => Results.WriteLine();

    /// <summary>A part of the result, set in from the left.</summary>
    public void Indented(int columns, Rich text) => Results.Write(new Padder(new Markup(text.Markup), new Padding(columns, 0, 0, 0)));

    /// <summary>What went wrong, and the single things that are wrong.</summary>
    public void Trouble(string sentence, IReadOnlyList<string>? details = null)
    {
        Progress.MarkupLine(Rich.Of($"[red bold]✗[/] {sentence}").Markup);
        // Details are paths and lines for editors and programs too: each stays on one line, however long.
        foreach (var detail in details ?? []) Progress.Profile.Out.Writer.WriteLine("  " + Rich.Clean(detail));
    }

    /// <summary>What to do next.</summary>
    public void Next(string sentence) => Progress.MarkupLine(Rich.Of($"  [dim]→[/] {sentence}").Markup);

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(redirected ? new TrimmedLines(writer) : writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = WidthOfFiles;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
