using Polly;
using Polly.Retry;

namespace CourseGen.Models;

/// <summary>One call: a prompt with its retries and waits, under one hard deadline.</summary>
internal sealed class ModelCall(IModel model, GatewaySettings settings, TimeProvider time)
{
    /// <exception cref="ModelException">No reply came, or not in time.</exception>
    public async Task<ModelReply> AskAsync(ModelRequest request, Tally tally, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();

        // Held here and not by the client: one that is left behind must not keep its slot for ever.
        using var slot = await settings.Slots.TakeAsync(model.Identity.Provider, settings.Deadline, cancellation)
            ?? throw new ModelException(
                ModelFault.TimedOut, $"{settings.Slots.PerProvider} other calls to {model.Identity.Provider} were under way for {settings.Deadline.TotalSeconds} s.");
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        // The provider runs beside us, not under us: a client that blocks or ignores its token is left behind.
        var asking = Task.Run(() => RetryAsync(request, tally, started, stop.Token), CancellationToken.None);
        var left = settings.Deadline - time.GetElapsedTime(started);
        var deadline = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, stop.Token);
        await Task.WhenAny(asking, deadline);
        Abandon(asking, stop);
        if (asking.IsCompletedSuccessfully || asking.IsFaulted)
            return await asking;
        tally.MarkIncomplete();
        cancellation.ThrowIfCancellationRequested();
        throw new ModelException(
            ModelFault.TimedOut, $"{model.Identity.Label} gave no answer to {request.Question} within {settings.Deadline.TotalSeconds} s.");
    }

    // Cancelling runs callbacks of the client, which may block; so it happens elsewhere, and what the abandoned call
    // ends with is observed there.
    private static void Abandon(Task asking, CancellationTokenSource stop) => _ = Task.Run(async () =>
    {
        await stop.CancelAsync();
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    });

    private async Task<ModelReply> RetryAsync(
        ModelRequest request, Tally tally, long started, CancellationToken cancellation)
    {
        if (settings.Retries == 0)
            return await TryAsync(request, tally, cancellation);
        var retry = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = settings.Retries,
            ShouldHandle = args => ValueTask.FromResult(
                Wait(args.Outcome.Exception, args.AttemptNumber) is { } wait
                && time.GetElapsedTime(started) + wait < settings.Deadline),
            DelayGenerator = args => ValueTask.FromResult(Wait(args.Outcome.Exception, args.AttemptNumber)),
        }).Build();
        return await retry.ExecuteAsync(async token => await TryAsync(request, tally, token), cancellation);
    }

    private async Task<ModelReply> TryAsync(ModelRequest request, Tally tally, CancellationToken cancellation)
    {
        tally.CountTry();
        var started = time.GetTimestamp();
        using var span = ModelTelemetry.Start(model.Identity, request, settings.CaptureContent);
        try
        {
            var reply = await AskOnceAsync(request, tally, cancellation);
            ModelTelemetry.Answered(span, model.Identity, reply, time.GetElapsedTime(started), settings.CaptureContent);
            return reply;
        }
        catch (ModelException fault)
        {
            ModelTelemetry.Failed(span, model.Identity, fault.Code, fault.Usage, time.GetElapsedTime(started));
            throw;
        }
        catch (OperationCanceledException)
        {
            ModelTelemetry.Failed(span, model.Identity, CallOutcomes.Cancelled, null, time.GetElapsedTime(started));
            throw;
        }
    }

    private async Task<ModelReply> AskOnceAsync(ModelRequest request, Tally tally, CancellationToken cancellation)
    {
        try
        {
            var reply = await model.AskAsync(request, cancellation);
            Count(tally, reply.Usage);
            return reply;
        }
        catch (ModelException fault)
        {
            if (fault.Usage is not null || fault.UsageUnknown)
                Count(tally, fault.Usage);
            throw;
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            tally.MarkIncomplete();
            throw new ModelException(ModelFault.Unavailable, $"{model.Identity.Label}: the client gave up by itself.", error);
        }
    }

    private static void Count(Tally tally, TokenUsage? usage)
    {
        if (usage is null)
            tally.MarkIncomplete();
        else
            tally.Add(usage);
    }

    // How long to wait before trying again; null when trying again cannot help. Polly counts attempts from 0.
    private TimeSpan? Wait(Exception? error, int attempt) => error is ModelException { Retry: AnswerRetry.AfterDelay } fault
        ? fault.RetryAfter ?? settings.BackOffBefore(attempt + 1)
        : null;
}
