using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.App.Teaching.Git;

/// <summary>Names and reads git objects.</summary>
internal static class GitObjects
{
    private const int MaxHeader = 200;

    /// <summary>The name git gives to a file's content.</summary>
    public static string NameOf(ReadOnlySpan<byte> content)
    {
        // SHA-1 is what git calls objects by here; nothing is proved by it.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads the next object of a batch into a file.</summary>
    /// <exception cref="GitException">It is not the expected object.</exception>
    public static async Task CopyAsync(Stream batch, GitFile file, string path, CancellationToken cancellation)
    {
        var header = await LineAsync(batch, cancellation);
        if (header != string.Create(CultureInfo.InvariantCulture, $"{file.Id} blob {file.Length}"))
            throw new GitException($"The content of '{file.Path}' is not there.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var piece = new byte[64 * 1024];
        for (var left = file.Length; left > 0;)
        {
            var count = await batch.ReadAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)), cancellation);
            if (count == 0) throw new GitException($"The content of '{file.Path}' is cut.");
            await copy.WriteAsync(piece.AsMemory(0, count), cancellation);
            left -= count;
        }

        await LineAsync(batch, cancellation);
    }

    private static async Task<string> LineAsync(Stream stream, CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellation) == 1 && one[0] != '\n')
        {
            if (line.Length == MaxHeader) throw new GitException("git answered with something else than objects.");
            line.Append((char)one[0]);
        }

        return line.ToString();
    }
}
