using System.Diagnostics;
using System.Text;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>Asks a service whether it is up, from a container of the engine's own in the session's network.</summary>
internal sealed class HealthQuestion(Box asker, TimeSpan within) : IDisposable
{
    private const int AnswerLimit = 64 * 1024;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    private readonly Lock _lock = new();
    private readonly BoundedBuffer _answers = new(AnswerLimit);
    private readonly BoundedBuffer _complaints = new(AnswerLimit);

    /// <summary>Asks until there is an answer, the service ends, or the time is up. The time begins when the asker has.</summary>
    public async Task<Health> AskAsync(Task<CommandResult> service, CancellationToken cancellation)
    {
        await using var streams = await asker.StartAsync(input: false, cancellation);
        var clock = Stopwatch.StartNew();
        var reading = streams.ReadToEndAsync(Take, cancellation);
        while (!reading.IsCompleted)
        {
            await Task.WhenAny(reading, service, Task.Delay(Turn, cancellation));
            cancellation.ThrowIfCancellationRequested();
            if (service.IsCompleted)
                return new Health.Ended(await service);
            if (clock.Elapsed > within)
                return new Health.TimedOut(LastLine(_answers));
        }

        var after = clock.Elapsed;
        return (await asker.EndAsync(cancellation)).Status == 0
            ? new Health.Healthy(after)
            : throw new SandboxException($"the health question ended: {LastLine(_complaints)}");
    }

    public void Dispose()
    {
        _answers.Dispose();
        _complaints.Dispose();
    }

    private void Take(bool isError, ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
            (isError ? _complaints : _answers).Add(bytes);
    }

    private string LastLine(BoundedBuffer output)
    {
        lock (_lock)
            return Encoding.UTF8.GetString(output.Kept.Span).Trim().Split('\n')[^1] is { Length: > 0 } line ? line : "no answer";
    }
}
