using CourseGen.Domain.Content;

namespace CourseGen.Storage;

/// <summary>Blobs as rows, which keeps content and everything that refers to it in one backup.</summary>
public sealed class BlobStore(Database database) : IBlobStore
{
    /// <inheritdoc/>
    public async Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (bytes.Length > IBlobStore.MaxLength) throw new BlobTooLargeException();
        var id = BlobId.Of(bytes.Span);
        if (await ExistsAsync(id, cancellation)) return id;
        await database.WriteAsync(
            async session =>
            {
                var row = new { Id = id.Value, bytes.Length, Bytes = bytes.ToArray(), Now = await session.NowAsync() };
                await session.ExecuteAsync(
                    """
                    INSERT INTO blobs (id, length, bytes, created_at) VALUES (@Id, @Length, @Bytes, @Now)
                    ON CONFLICT (id) DO NOTHING
                    """,
                    row);
            },
            cancellation);
        return id;
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(BlobId id, CancellationToken cancellation)
    {
        var bytes = await database.ReadAsync(
            session => session.ScalarAsync<byte[]>("SELECT bytes FROM blobs WHERE id = @Id", new { Id = id.Value }),
            cancellation) ?? throw new BlobMissingException(id);
        return BlobId.Of(bytes) == id ? bytes : throw new StoreException(database.Damaged);
    }

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(BlobId id, CancellationToken cancellation) => database.ReadAsync(
        async session => await session.ScalarAsync<long>("SELECT count(*) FROM blobs WHERE id = @Id", new { Id = id.Value }) > 0,
        cancellation);
}
