namespace CourseGen.App.Verifying;

/// <summary>Keeps every core busy while somebody needs that, however many do.</summary>
internal sealed class BusyCores
{
    private readonly Lock _one = new();
    private int _needed;
    private Spinning? _spinning;

    /// <summary>Keeps the cores busy until what it returns is disposed.</summary>
    public IDisposable Keep()
    {
        lock (_one)
        {
            if (_needed++ == 0) _spinning = new();
            return new Lease(this);
        }
    }

    private void Leave()
    {
        lock (_one)
        {
            if (--_needed > 0) return;
            _spinning?.Stop();
            _spinning = null;
        }
    }

    private sealed class Spinning
    {
        private volatile bool _stopped;

        public Spinning()
        {
            for (var core = 0; core < Environment.ProcessorCount; core++) new Thread(Spin) { IsBackground = true, Name = "busy core" }.Start();
        }

        public void Stop() => _stopped = true;

        private void Spin()
        {
            while (!_stopped) Thread.SpinWait(10_000);
        }
    }

    private sealed class Lease(BusyCores cores) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) cores.Leave();
        }
    }
}
