using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>One change of one file that may become a mutant.</summary>
/// <param name="OfStarter">Whether the rest of the workspace is the starter's and not the reference's.</param>
/// <param name="Text">The file's lines without the change.</param>
/// <param name="Start">The first line that is replaced, from 0.</param>
/// <param name="Count">How many lines are replaced.</param>
/// <param name="Lines">What stands there instead.</param>
internal sealed record Candidate(
    MutantKind Kind, string File, bool OfStarter, IReadOnlyList<string> Text, int Start, int Count, IReadOnlyList<string> Lines)
{
    private const int Context = 3;
    private const int IdLength = 12;

    /// <summary>The mutated file.</summary>
    public IEnumerable<string> Mutated => [.. Text.Take(Start), .. Lines, .. Text.Skip(Start + Count)];

    public Mutant ToMutant()
    {
        var body = Body();
        var first = Math.Max(0, Start - Context);
        var before = Math.Min(Text.Count, Start + Count + Context) - first;
        var diff = string.Create(CultureInfo.InvariantCulture,
            $"--- {(OfStarter ? "starter" : "reference")}/{File}\n+++ mutant/{File}\n@@ -{first + 1},{before} +{first + 1},{before - Count + Lines.Count} @@\n{body}");
        return new(IdOf(body), Kind, File, Start + 1, diff);
    }

    // Without line numbers, so that an acknowledged mutant is still the same one when something else in the file changes.
    private string IdOf(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"mutant 1\n{OfStarter}\n{File}\n{body}")))[..IdLength];

    private string Body()
    {
        var body = new StringBuilder();
        Append(' ', Text.Take(Start).TakeLast(Context));
        Append('-', Text.Skip(Start).Take(Count));
        Append('+', Lines);
        Append(' ', Text.Skip(Start + Count).Take(Context));
        return body.ToString().TrimEnd('\n');

        void Append(char mark, IEnumerable<string> lines)
        {
            foreach (var line in lines) body.Append(mark).Append(line.TrimEnd('\n', '\r')).Append('\n');
        }
    }
}
