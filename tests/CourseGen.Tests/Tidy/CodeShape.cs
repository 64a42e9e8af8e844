using System.Text.RegularExpressions;

namespace CourseGen.Tests.Tidy;

/// <summary>A type that a source file declares.</summary>
/// <param name="Kind">class, record, struct, interface or enum; a record struct is a record.</param>
internal sealed record DeclaredType(string Name, string Kind, int Line, int Parameters);

/// <summary>A method, constructor, property or operator that a source file declares.</summary>
/// <param name="Owner">The type it belongs to.</param>
/// <param name="Lines">From its signature to its end.</param>
internal sealed record DeclaredMember(DeclaredType Owner, string Name, int Line, int Lines, int Parameters)
{
    public bool IsConstructor => Name == Owner.Name;
}

/// <summary>
/// The types and members of a source file, found by brackets alone. It is no compiler, and need not be: what it cannot
/// tell it leaves out, and the build has seen to it that the brackets match.
/// </summary>
internal sealed partial class CodeShape
{
    private readonly CodeText _text;
    private readonly List<DeclaredType> _types = [];
    private readonly List<DeclaredMember> _members = [];

    public CodeShape(CodeText text)
    {
        _text = text;
        foreach (var (start, end) in Parts(0, text.Code.Length)) ReadTop(start, end);
    }

    public IReadOnlyList<DeclaredType> Types => _types;

    public IReadOnlyList<DeclaredMember> Members => _members;

    private void ReadTop(int start, int end)
    {
        var head = Head(start, end);
        if (Regexes.Namespace().IsMatch(head)) ReadBody(start, end, (from, to) => ReadTop(from, to));
        else ReadType(start, end, head);
    }

    private bool ReadType(int start, int end, string head)
    {
        if (Regexes.Type().Match(head) is not { Success: true } match) return false;
        var type = new DeclaredType(
            match.Groups["name"].Value, match.Groups["kind"].Value.Split(' ')[0], LineOf(start, head, match.Groups["name"].Index),
            ParametersOf(head[(match.Groups["name"].Index + match.Groups["name"].Length)..]));
        _types.Add(type);
        if (type.Kind != "enum") ReadBody(start, end, (from, to) => ReadMember(type, from, to));
        return true;
    }

    private void ReadMember(DeclaredType owner, int start, int end)
    {
        var head = Head(start, end);
        if (ReadType(start, end, head) || IsField(start + head.Length, end)) return;
        var plain = Regexes.Tail().Replace(head, "").TrimEnd();
        if (!plain.EndsWith(')'))
        {
            if (Regexes.Name().Match(plain) is { Success: true } property) Add(owner, start, end, property.Groups["name"].Value, 0);
            return;
        }

        var open = Opening(plain, '(', ')');
        var named = plain[..open].TrimEnd();
        if (named.EndsWith('>')) named = named[..Opening(named, '<', '>')];
        if (Regexes.Name().Match(named) is { Success: true } name)
            Add(owner, start, end, name.Groups["name"].Value, ParametersOf(plain[open..]));
    }

    // A field ends without a body, or has a value that is no arrow.
    private bool IsField(int stop, int end)
    {
        if (stop >= end) return !_text.Code[..end].TrimEnd(';').TrimEnd().EndsWith(')');
        return _text.Code[stop] == '=' && stop + 1 < end && _text.Code[stop + 1] != '>';
    }

    /// <summary>Where the bracket opens that a text ends with.</summary>
    private static int Opening(string text, char open, char close)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] == close ? 1 : text[i] == open ? -1 : 0;
            if (depth == 0) return i;
        }

        return 0;
    }

    private void Add(DeclaredType owner, int start, int end, string name, int parameters)
    {
        var first = _text.LineAt(start);
        _members.Add(new(owner, name, first, _text.LineAt(end - 1) - first + 1, parameters));
    }

    private int LineOf(int start, string head, int index) => _text.LineAt(start) + head.AsSpan(0, index).Count('\n');

    private void ReadBody(int start, int end, Action<int, int> read)
    {
        var open = Scan(start, end, '{');
        if (open < 0) return;
        foreach (var (from, to) in Parts(open + 1, end - 1)) read(from, to);
    }

    /// <summary>What stands before the body: before the first brace, arrow or assignment outside all brackets.</summary>
    private string Head(int start, int end)
    {
        var stop = Scan(start, end, '{', '=');
        return _text.Code[start..(stop < 0 ? end : stop)];
    }

    /// <summary>The first of these characters outside round and square brackets, or -1.</summary>
    private int Scan(int start, int end, params ReadOnlySpan<char> wanted)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var one = _text.Code[i];
            if (depth == 0 && wanted.Contains(one)) return i;
            depth += one switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
        }

        return -1;
    }

    /// <summary>The declarations between two positions: each ends at its semicolon or at the brace that closes its body.</summary>
    private IEnumerable<(int Start, int End)> Parts(int start, int end)
    {
        for (var i = Skip(start, end); i < end;)
        {
            var stop = EndOf(i, end);
            yield return (i, stop);
            i = Skip(stop, end);
        }
    }

    private int EndOf(int start, int end)
    {
        var (depth, assigned) = (0, false);
        for (var i = start; i < end; i++)
        {
            var one = _text.Code[i];
            depth += one switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth != 0) continue;
            if (one == ';') return i + 1;
            assigned |= one == '=';
            // A brace ends a body, unless it stands in a value, or a value follows it.
            if (one == '}' && !assigned && !FollowedByValue(i + 1, end)) return i + 1;
        }

        return end;
    }

    private bool FollowedByValue(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text.Code[start])) start++;
        return start < end && _text.Code[start] is '=' or ';';
    }

    // Blanks, directives and attributes come before a declaration and are no part of its length.
    private int Skip(int start, int end)
    {
        while (start < end)
        {
            if (char.IsWhiteSpace(_text.Code[start])) start++;
            else if (_text.Code[start] == '#') start = LineEnd(start, end);
            else if (_text.Code[start] == '[') start = Closing(start, end) + 1;
            else break;
        }

        return start;
    }

    private int LineEnd(int start, int end) => _text.Code.IndexOf('\n', start, end - start) is >= 0 and var found ? found : end;

    private int Closing(int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += _text.Code[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0) return i;
        }

        return end;
    }

    /// <summary>The number of parameters of the list that a text begins with, behind any type parameters.</summary>
    private static int ParametersOf(string text)
    {
        var list = text.TrimStart();
        if (list.StartsWith('<')) list = list[(Until(list, '<', '>') + 1)..].TrimStart();
        if (!list.StartsWith('(')) return 0;
        var inside = list[1..Until(list, '(', ')')];
        if (inside.Trim().Length == 0) return 0;
        var (depth, commas) = (0, 0);
        foreach (var one in inside)
        {
            depth += one switch { '(' or '[' or '{' or '<' => 1, ')' or ']' or '}' or '>' => -1, _ => 0 };
            if (one == ',' && depth == 0) commas++;
        }

        return commas + 1;
    }

    private static int Until(string text, char open, char close)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
            if (depth == 0) return i;
        }

        return text.Length;
    }

    private static partial class Regexes
    {
        [GeneratedRegex(@"^\s*namespace\s", RegexOptions.NonBacktracking)]
        public static partial Regex Namespace();

        [GeneratedRegex(@"^(?:[a-z]+\s+)*?(?<kind>class|record struct|record class|record|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
        public static partial Regex Type();

        /// <summary>What may stand between the parameters of a method and its body.</summary>
        [GeneratedRegex(@"(?<=\))\s*(?::\s*(?:base|this)\s*\(.*|\bwhere\s.*|;)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
        public static partial Regex Tail();

        [GeneratedRegex(@"(?<name>\w+)\s*$", RegexOptions.ExplicitCapture, 1000)]
        public static partial Regex Name();
    }
}
