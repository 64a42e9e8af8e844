using Dapper;

namespace CourseGen.Storage;

/// <summary>The database that the stores of this folder work on.</summary>
public abstract class Database : IDisposable
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        StoredTime.Register();
    }

    /// <summary>What messages call it; holds no password.</summary>
    public abstract string Name { get; }

    /// <summary>Reads.</summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellation);

    /// <summary>
    /// Reads and writes in one transaction; an exception undoes all of it. The work may be done again after trouble that
    /// undid it, so it does nothing but use its session.
    /// </summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellation);

    /// <summary>Writes in one transaction; an exception undoes all of it.</summary>
    /// <exception cref="StoreException">The database cannot do its work.</exception>
    public Task WriteAsync(Func<Session, Task> write, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            await write(session);
            return true;
        },
        cancellation);

    /// <summary>
    /// Rings when a run may have become ready in whatever process, until it is stopped. A ring may be missed, and a
    /// database that cannot tell other processes never rings.
    /// </summary>
    public abstract Task ListenAsync(Action ring, CancellationToken stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What is wrong if content is not what it was when it was written.</summary>
    internal abstract StoreTrouble Damaged { get; }

    /// <summary>Closes the connections.</summary>
    protected abstract void Dispose(bool disposing);
}
