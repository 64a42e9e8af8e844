using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spectre.Console;

namespace CourseGen.Cli.Showing;

/// <summary>
/// A piece of terminal text with styles. Whatever is put into the holes of an interpolated string loses its control
/// characters and cannot become a style, unless it is such a piece itself; so nothing from a bundle or a program can
/// move the cursor or dress up as us.
/// </summary>
internal readonly record struct Rich(string Markup)
{
    /// <summary>A piece with cleaned holes.</summary>
    public static Rich Of(Template template) => new(template.Text);

    /// <summary>The pieces with something between them.</summary>
    public static Rich Join(string separator, IEnumerable<Rich> pieces) => new(string.Join(separator, pieces.Select(piece => piece.Markup)));

    /// <summary>Text without anything that a terminal obeys.</summary>
    public static string Clean(string text) => string.Concat(text.Select(one =>
        one is '\n' ? "\n" : one is '\t' ? "    " : IsObeyed(one) ? "\uFFFD" : one.ToString()));

    /// <summary>The same, and without anything that is taken for a style.</summary>
    public static string Escape(string text) => Spectre.Console.Markup.Escape(Clean(text));

    /// <summary>The beginning of a text that may be too long for a screen.</summary>
    public static string Clip(string text, int most) => text.Length <= most ? text : text[..most] + "…";

    public override string ToString() => Markup;

    // Control characters, and the marks that turn the direction of writing around.
    private static bool IsObeyed(char one) =>
        char.IsControl(one) || (char.GetUnicodeCategory(one) == UnicodeCategory.Format && one is not '\u200d');

    /// <summary>Collects an interpolated string and cleans its holes.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private readonly StringBuilder _text;

        public Template(int literalLength, int formattedCount) => _text = new(literalLength + (formattedCount * 16));

        public string Text => _text.ToString();

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(Rich piece) => _text.Append(piece.Markup);

        public void AppendFormatted(string? value) => _text.Append(Escape(value ?? ""));

        public void AppendFormatted(int value) => _text.Append(value);
    }
}
