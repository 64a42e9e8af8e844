using System.Collections.Concurrent;

namespace CourseGen.App.Verifying;

/// <summary>
/// Lets what a workbench runs be beside each other. What had company and not enough time is run once more by itself, because
/// time that others took is nobody's mistake.
/// </summary>
internal sealed class Crowd
{
    private readonly Lock _door = new();
    private readonly ConcurrentDictionary<object, bool> _late = new();
    private TaskCompletionSource _changed = NewChange();
    private int _inside;
    private int _wantingToBeAlone;

    // How often somebody came to others who were there.
    private long _meetings;

    /// <summary>Runs something beside others and, if it had company and not enough time, once more by itself.</summary>
    /// <param name="whose">Who was late without company is believed from then on: what hangs, hangs every time.</param>
    /// <param name="run">What is run, twice if need be.</param>
    public async Task<T> RunAsync<T>(object whose, Func<Task<(T Result, Pace Pace)>> run, CancellationToken cancellation)
    {
        var (seen, hadCompany) = await InsideAsync(alone: false, run, cancellation);
        if (hadCompany && seen.Pace != Pace.InTime && !_late.ContainsKey(whose))
            (seen, _) = await InsideAsync(alone: true, () => _late.ContainsKey(whose) ? Task.FromResult(seen) : run(), cancellation);
        if (seen.Pace == Pace.Late) _late[whose] = true;
        return seen.Result;
    }

    private async Task<(T Result, bool HadCompany)> InsideAsync<T>(bool alone, Func<Task<T>> run, CancellationToken cancellation)
    {
        var meetings = await EnterAsync(alone, cancellation);
        try
        {
            var result = await run();
            lock (_door) return (result, _meetings != meetings);
        }
        finally
        {
            Leave(alone);
        }
    }

    /// <returns>How many meetings there were before this entrance.</returns>
    private async Task<long> EnterAsync(bool alone, CancellationToken cancellation)
    {
        if (alone) lock (_door) _wantingToBeAlone++;
        try
        {
            while (true)
            {
                Task changed;
                lock (_door)
                {
                    if (alone ? _inside == 0 : _wantingToBeAlone == 0) return _inside++ == 0 ? _meetings : _meetings++;
                    changed = _changed.Task;
                }

                await changed.WaitAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (alone)
        {
            lock (_door) _wantingToBeAlone--;
            Open();
            throw;
        }
    }

    private void Leave(bool alone)
    {
        lock (_door)
        {
            _inside--;
            if (alone) _wantingToBeAlone--;
        }

        Open();
    }

    /// <summary>Lets everybody who waits at the door try again.</summary>
    private void Open()
    {
        lock (_door)
        {
            _changed.SetResult();
            _changed = NewChange();
        }
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
