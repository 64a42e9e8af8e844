using CourseGen.Storage.Sqlite;

namespace CourseGen.Tests.Runs;

/// <summary>Another program that keeps the engine's database locked until it is disposed of.</summary>
internal sealed class StoreLock : IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _holding;

    private StoreLock(Engine engine)
    {
        _database = SqliteDatabase.Open(engine.Folder, engine.Time);
        _holding = _database.WriteAsync(
            _ =>
            {
                _taken.SetResult();
                return _release.Task;
            },
            CancellationToken.None);
    }

    public static async Task<StoreLock> TakeAsync(Engine engine)
    {
        var taken = new StoreLock(engine);
        await taken._taken.Task;
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        _release.SetResult();
        await _holding;
        _database.Dispose();
    }
}
