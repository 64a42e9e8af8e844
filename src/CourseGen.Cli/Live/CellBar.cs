using CourseGen.App.Verifying;
using CourseGen.Cli.Showing;
using Spectre.Console;

namespace CourseGen.Cli.Live;

/// <summary>Shows how far a matrix is: one line that is redrawn on a terminal, a line now and then otherwise.</summary>
internal sealed class CellBar(IAnsiConsole console)
{
    private const int Width = 30;
    private const int PlainSteps = 2;
    private bool _drawn;
    private int _told;

    public void Show(CertifyProgress progress)
    {
        if (console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi) Draw(progress);
        else Tell(progress);
    }

    /// <summary>Makes room for a line of text.</summary>
    public void Clear()
    {
        if (_drawn) console.Write(new ControlCode("\r\u001b[2K"));
        _drawn = false;
        _told = 0;
    }

    private void Draw(CertifyProgress progress)
    {
        var filled = progress.Total == 0 ? 0 : Width * progress.Done / progress.Total;
        console.Write(new ControlCode("\r\u001b[2K"));
        var now = progress.Now.Length > 48 ? progress.Now[..48] : progress.Now;
        console.Markup($"    [green]{new string('█', filled)}[/][grey]{new string('░', Width - filled)}[/] {progress.Done}/{progress.Total} {Rich.Escape(now)}");
        _drawn = true;
    }

    private void Tell(CertifyProgress progress)
    {
        var step = progress.Total == 0 ? 0 : PlainSteps * progress.Done / progress.Total;
        if (step <= _told) return;
        _told = step;
        console.MarkupLine($"    [grey]{progress.Done} of {progress.Total} suites[/]");
    }
}
