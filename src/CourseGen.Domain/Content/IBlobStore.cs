namespace CourseGen.Domain.Content;

/// <summary>Where content is kept by its name. What is stored is never changed.</summary>
public interface IBlobStore
{
    /// <summary>The most bytes a blob may have: 16 MiB.</summary>
    const int MaxLength = 16 * 1024 * 1024;

    /// <summary>Keeps bytes; storing the same bytes again changes nothing.</summary>
    /// <exception cref="BlobTooLargeException">There are more than <see cref="MaxLength"/>.</exception>
    Task<BlobId> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);

    /// <summary>The bytes of a blob.</summary>
    /// <exception cref="BlobMissingException">It is not here.</exception>
    Task<ReadOnlyMemory<byte>> ReadAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Whether the blob is here.</summary>
    Task<bool> ExistsAsync(BlobId id, CancellationToken cancellation);
}

/// <summary>A blob that something refers to is not in the store.</summary>
public sealed class BlobMissingException(BlobId id) : Exception($"The content {id} is not in the store.")
{
    /// <summary>The blob.</summary>
    public BlobId Id { get; } = id;
}

/// <summary>Content is too large to be a blob.</summary>
public sealed class BlobTooLargeException() : Exception("A file is larger than 16 MiB, the most that is stored.");
