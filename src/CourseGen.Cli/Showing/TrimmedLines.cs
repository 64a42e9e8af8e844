using System.Text;

namespace CourseGen.Cli.Showing;

/// <summary>Leaves out the blanks that fill a line up to its end: in a file they are only noise.</summary>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is not ('\n' or '\r')) inner.Write(new string(' ', _blanks));
        _blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
