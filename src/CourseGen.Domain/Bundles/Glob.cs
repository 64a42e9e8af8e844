using System.Text;
using System.Text.RegularExpressions;

namespace CourseGen.Domain.Bundles;

/// <summary>
/// Matches workspace paths against the patterns of <c>owns</c>: <c>*</c> and <c>?</c> stay within one folder,
/// <c>**</c> crosses folders, and a pattern ending in <c>/</c> means everything below.
/// </summary>
public sealed class Glob
{
    private readonly Regex[] _patterns;

    public Glob(IEnumerable<string> patterns) => _patterns = [.. patterns.Select(Translate)];

    public bool Matches(string path) => _patterns.Any(pattern => pattern.IsMatch(path));

    private static Regex Translate(string pattern)
    {
        var text = new StringBuilder("^");
        var glob = pattern.EndsWith('/') ? pattern + "**" : pattern;
        for (var i = 0; i < glob.Length; i++)
        {
            text.Append(glob[i] switch
            {
                '*' when i + 2 < glob.Length && glob[i + 1] == '*' && glob[i + 2] == '/' => Skip(ref i, 2, "(?:.*/)?"),
                '*' when i + 1 < glob.Length && glob[i + 1] == '*' => Skip(ref i, 1, ".*"),
                '*' => "[^/]*",
                '?' => "[^/]",
                var character => Regex.Escape(character.ToString()),
            });
        }

        // Without backtracking, so that no pattern of a stranger's bundle can hang the reader.
        return new Regex(text.Append('$').ToString(), RegexOptions.NonBacktracking);
    }

    private static string Skip(ref int index, int by, string translation)
    {
        index += by;
        return translation;
    }
}
