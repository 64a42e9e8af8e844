using System.Globalization;
using System.Text;

namespace CourseGen.App.Teaching.Git;

/// <summary>Writes one commit in the language of git fast-import.</summary>
internal sealed class CommitStream(Stream stream, CancellationToken cancellation)
{
    private const string Committer = "CourseGen <workspace@coursegen.invalid>";

    public async Task WriteAsync(string branch, string? parent, string? tree, IReadOnlyList<GitChange> changes, GitSignature signature)
    {
        var seconds = signature.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        await LineAsync($"commit {branch}");
        await LineAsync("mark :1");
        await LineAsync($"author {Plain(signature.Name)} <learner@coursegen.invalid> {seconds} +0000");
        await LineAsync($"committer {Committer} {seconds} +0000");
        await DataAsync(Encoding.UTF8.GetBytes(signature.Message));
        if (parent is not null) await LineAsync($"from {parent}");
        if (tree is not null) await LineAsync($"M 040000 {tree} \"\"");
        foreach (var change in changes) await ChangeAsync(change);
        // The answer is the id of the commit that was made, and not of one that somebody else put on top of it.
        await LineAsync("");
        await LineAsync("get-mark :1");
        await LineAsync("done");
        await stream.FlushAsync(cancellation);
    }

    private async Task ChangeAsync(GitChange change)
    {
        if (change.Content is not { } content)
        {
            await LineAsync($"D {Quoted(change.Path)}");
            return;
        }

        await LineAsync($"M {change.Mode} inline {Quoted(change.Path)}");
        await DataAsync(content);
    }

    private async Task DataAsync(ReadOnlyMemory<byte> bytes)
    {
        await LineAsync(string.Create(CultureInfo.InvariantCulture, $"data {bytes.Length}"));
        await stream.WriteAsync(bytes, cancellation);
        await LineAsync("");
    }

    private async Task LineAsync(string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);

    private static string Quoted(string path) =>
        "\"" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    // A name goes between line breaks and angle brackets, so it cannot hold either.
    private static string Plain(string name) => string.Concat(name.Where(one => !char.IsControl(one) && one is not ('<' or '>'))).Trim();
}
