using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace CourseGen.Sandbox.Oci;

/// <summary>Contents of files, each once and named by its SHA-256, in a folder of the engine.</summary>
internal sealed class BlobFolder
{
    private readonly string _folder;
    private int _made;

    /// <param name="folder">Made if it is not there.</param>
    public BlobFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Keeps a content.</summary>
    public async Task<(string Blob, long Length)> KeepAsync(Stream content, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_folder, $"new-{Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture)}");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        var chunk = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                for (int read; (read = await content.ReadAsync(chunk, cancellation)) > 0; length += read)
                {
                    hash.AppendData(chunk, 0, read);
                    await file.WriteAsync(chunk.AsMemory(0, read), cancellation);
                }
            }

            var blob = Convert.ToHexStringLower(hash.GetHashAndReset());
            File.Move(temporary, FileOf(blob), overwrite: true);
            return (blob, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Opens a content that is kept.</summary>
    public FileStream Open(string blob) => File.OpenRead(FileOf(blob));

    /// <summary>Removes every content but these.</summary>
    public void RemoveAllBut(IReadOnlySet<string> blobs)
    {
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(file => !blobs.Contains(file.Name)))
            file.Delete();
    }

    private string FileOf(string blob) => Path.Combine(_folder, blob);
}
