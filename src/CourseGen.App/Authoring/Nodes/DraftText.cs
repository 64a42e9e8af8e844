using System.Text;
using CourseGen.Domain.Content;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Files of a draft as one text, for the data of a question.</summary>
internal static class DraftText
{
    /// <summary>What is left out beyond this is named, so that a model knows that there is more.</summary>
    private const int MaxCharacters = 400_000;

    public static async Task<string> OfAsync(Draft draft, IReadOnlyList<string> prefixes, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var file in draft.Tree.Files.Where(file => prefixes.Any(prefix => file.Path.StartsWith(prefix, StringComparison.Ordinal))))
            text.Append(await PartAsync(draft, file, text.Length, cancellation));
        return text.ToString();
    }

    private static async Task<string> PartAsync(Draft draft, FileEntry file, int so, CancellationToken cancellation)
    {
        if (so + file.Length > MaxCharacters) return $"=== {file.Path} ({file.Length} bytes, left out)\n";
        var content = await draft.ReadAsync(file.Path, cancellation);
        return $"=== {file.Path}{(file.Executable ? " (executable)" : "")}\n{content}\n";
    }
}
