using System.Buffers;

namespace CourseGen.Models.Http;

/// <summary>Reads a body without trusting what it says about its length.</summary>
internal static class BoundedBody
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>The body, or its beginning: more than <paramref name="largestBytes"/> bytes mean that it is too long.</summary>
    public static async Task<byte[]> ReadAsync(HttpContent content, int largestBytes, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            await using var source = await content.ReadAsStreamAsync(cancellation);
            int read;
            while (body.Length <= largestBytes && (read = await source.ReadAsync(chunk, cancellation)) > 0)
                body.Write(chunk, 0, read);
            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
