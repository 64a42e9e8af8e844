namespace CourseGen.Tests.Runs;

/// <summary>Looks again and again, with a deadline, for what no signal tells.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>What is found first that is as it should be.</summary>
    public static async Task<T> FindAsync<T>(Func<Task<T>> look, Func<T, bool> isGood)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Deadline)
        {
            var seen = await look();
            if (isGood(seen)) return seen;
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException("What the test waits for never came.");
    }
}
