namespace CourseGen.Runs;

/// <summary>
/// Renews a lease in the background while its run is worked on, and ends the work when the run is cancelled, when the
/// lease is lost, or when the worker shall stop.
/// </summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly IRunStore _store;
    private readonly TimeProvider _time;
    private readonly RunId _run;
    private readonly Claim _claim;
    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewals;
    private volatile bool _lost;
    private volatile bool _cancelRequested;

    public LeaseKeeper(LeaseTerms terms, RunId run, Claim claim, CancellationToken stop)
    {
        (_store, _time, _run, _claim) = (terms.Store, terms.Time, run, claim);
        _work = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _renewals = RenewAsync(terms.Heartbeat);
    }

    /// <summary>Who holds the lease.</summary>
    public string Owner => _claim.Owner;

    /// <summary>Cancelled when the work has to end.</summary>
    public CancellationToken Work => _work.Token;

    /// <summary>Whether a person wants the run to be cancelled.</summary>
    public bool CancelRequested => _cancelRequested;

    /// <exception cref="RunConflictException">The lease is somebody else's.</exception>
    public void ThrowIfLost()
    {
        if (_lost) throw new RunConflictException(_run, "Another worker took the run over.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _renewals;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // That is how renewing ends.
        }

        _work.Dispose();
        _end.Dispose();
    }

    private async Task RenewAsync(TimeSpan heartbeat)
    {
        // Measured, not compared with the lease's own end: this machine's clock may be wrong or be set meanwhile.
        var renewed = _time.GetTimestamp();
        try
        {
            while (!_lost)
            {
                await Task.Delay(heartbeat, _time, _end.Token);
                var asked = _time.GetTimestamp();
                if (await RenewOnceAsync()) renewed = asked;
                else if (_time.GetElapsedTime(renewed) >= _claim.Length) _lost = true;
            }
        }
        finally
        {
            // Whatever ended the renewals, nobody goes on working under a lease that is not renewed.
            await _work.CancelAsync();
        }
    }

    // A store in trouble is no reason to give up work at once: the lease still holds for a while.
    private async Task<bool> RenewOnceAsync()
    {
        try
        {
            var state = await _store.RenewAsync(_run, _claim, _end.Token);
            _lost = state is LeaseState.Lost;
            if (state is LeaseState.CancelRequested)
            {
                _cancelRequested = true;
                await _work.CancelAsync();
            }

            return !_lost;
        }
        catch (OutsideTrouble)
        {
            return false;
        }
    }
}

/// <summary>What keeping a lease needs.</summary>
internal sealed record LeaseTerms(IRunStore Store, TimeProvider Time, TimeSpan Heartbeat);
