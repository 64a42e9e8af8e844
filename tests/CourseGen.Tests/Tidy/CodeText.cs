using System.Text;

namespace CourseGen.Tests.Tidy;

/// <summary>
/// A source file with its comments and its literals told apart from its code. All three keep the positions and the lines
/// of the file, so that a finding in any of them names its line.
/// </summary>
internal sealed class CodeText
{
    private readonly string _text;
    private readonly StringBuilder _code = new();
    private readonly StringBuilder _literals = new();
    private int _at;

    public CodeText(string path, string text)
    {
        (Path, _text) = (path, text);
        while (_at < text.Length) ReadOne();
        (Code, Literals) = (_code.ToString(), _literals.ToString());
    }

    public string Path { get; }

    public string Text => _text;

    /// <summary>The code; blanks where comments and the insides of literals were.</summary>
    public string Code { get; }

    /// <summary>The insides of string and character literals; blanks where everything else was.</summary>
    public string Literals { get; }

    public int Lines => _text.Split('\n').Length - (_text.EndsWith('\n') ? 1 : 0);

    /// <summary>The line of a position, from 1.</summary>
    public int LineAt(int position) => 1 + _text.AsSpan(0, position).Count('\n');

    private char Next(int ahead = 0) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private bool Sees(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private void ReadOne()
    {
        if (Sees("//")) ReadUntil("\n", keepEnd: true);
        else if (Sees("/*")) ReadUntil("*/", keepEnd: false);
        else if (Next() == '\'') ReadQuoted('\'', holes: 0, verbatim: false);
        else if (Next() is '"' or '$' or '@') ReadString();
        else Take(1, _code);
    }

    private void ReadUntil(string end, bool keepEnd)
    {
        var found = _text.IndexOf(end, _at + 1, StringComparison.Ordinal);
        var stop = found < 0 ? _text.Length : keepEnd ? found : found + end.Length;
        Take(stop - _at, null);
    }

    // A string begins with any number of $, perhaps an @, and one quote or at least three.
    private void ReadString()
    {
        var (dollars, verbatim, ahead) = (0, false, 0);
        for (; Next(ahead) is '$' or '@'; ahead++)
        {
            if (Next(ahead) == '$') dollars++;
            else verbatim = true;
        }

        if (Next(ahead) != '"')
        {
            Take(1, _code);
            return;
        }

        Take(ahead, _code);
        var quotes = 0;
        while (Next(quotes) == '"') quotes++;
        if (quotes >= 3) ReadRaw(quotes, dollars);
        else ReadQuoted('"', dollars, verbatim);
    }

    private void ReadQuoted(char quote, int holes, bool verbatim)
    {
        Take(1, _code);
        while (_at < _text.Length && Next() != quote)
        {
            if (!verbatim && Next() == '\\') Take(2, _literals);
            else if (holes > 0 && Next() == '{' && Next(1) == '{') Take(2, _literals);
            else if (holes > 0 && Next() == '{') ReadHole(1);
            else Take(1, _literals);
            // In a verbatim string a quote is written twice.
            if (verbatim && Next() == quote && Next(1) == quote) Take(2, _literals);
        }

        Take(1, _code);
    }

    private void ReadRaw(int quotes, int dollars)
    {
        Take(quotes, _code);
        var end = new string('"', quotes);
        while (_at < _text.Length && !Sees(end))
        {
            if (dollars > 0 && Sees(new string('{', dollars))) ReadHole(dollars);
            else Take(1, _literals);
        }

        // More quotes than opened it belong to the content.
        while (Next(quotes) == '"') Take(1, _literals);
        Take(quotes, _code);
    }

    private void ReadHole(int braces)
    {
        Take(braces, _literals);
        for (var depth = 0; _at < _text.Length && (depth > 0 || Next() != '}');)
        {
            depth += Next() switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            ReadOne();
        }

        Take(braces, _literals);
    }

    private void Take(int count, StringBuilder? kind)
    {
        for (var left = count; left > 0 && _at < _text.Length; left--, _at++)
        {
            var one = _text[_at];
            _code.Append(one == '\n' || kind == _code ? one : ' ');
            _literals.Append(one == '\n' || kind == _literals ? one : ' ');
        }
    }
}
