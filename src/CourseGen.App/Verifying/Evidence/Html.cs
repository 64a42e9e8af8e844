using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CourseGen.App.Verifying;

/// <summary>
/// A piece of a page. Whatever is put into the holes of an interpolated string is encoded, unless it is such a piece
/// itself; so nothing from a bundle or a program can become markup by an oversight.
/// </summary>
internal readonly record struct Html(string Text)
{
    public static readonly Html Nothing = new("");

    // Letters of every script stay readable in the file; markup and control characters never pass.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A piece with encoded holes.</summary>
    public static Html Of(Template template) => new(template.Text);

    /// <summary>The pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Join('\n', pieces.Select(piece => piece.Text)));

    /// <summary>The piece, or nothing.</summary>
    public static Html If(bool condition, Func<Html> piece) => condition ? piece() : Nothing;

    public override string ToString() => Text;

    /// <summary>Collects an interpolated string and encodes its holes.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly StringBuilder _text;

        public Template(int literalLength, int formattedCount) => _text = new(literalLength + (formattedCount * 16));

        public string Text => _text.ToString();

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(Html piece) => _text.Append(piece.Text);

        public void AppendFormatted(IEnumerable<Html> pieces) => _text.Append(Join(pieces).Text);

        public void AppendFormatted(string? value) => _text.Append(Encoder.Encode(value ?? ""));

        public void AppendFormatted(int value) => _text.Append(value);
    }
}
