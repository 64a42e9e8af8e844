using System.Globalization;
using System.Threading.Channels;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Serves a checker's calls to the learner's box. Each channel has a box that is used for one call at a time and is
/// started afresh before another client may have the channel, so that the next call need not wait for it.
/// </summary>
/// <param name="keeper">Who tells of calls and carries their statuses.</param>
/// <param name="create">Creates the box of a channel.</param>
/// <param name="plan">How a call is watched.</param>
/// <param name="ended">Hears of every call that has ended.</param>
internal sealed class Calls(
    Keeper keeper, Func<string, CancellationToken, Task<Box>> create, Func<CommandPlan> plan, Action<CommandResult> ended) : IAsyncDisposable
{
    private const int CallFailed = 125;

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<int, (ChannelWriter<CallWord> Words, Task Serving)> _channels = [];
    private Task _listening = Task.CompletedTask;

    /// <summary>Begins to serve.</summary>
    public void Listen() => _listening = ListenAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        await Task.WhenAll(_channels.Values.Select(channel => channel.Serving));
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            await foreach (var word in keeper.Words.ReadAllAsync(_stop.Token))
            {
                if (!_channels.TryGetValue(word.Channel, out var channel))
                {
                    var words = Channel.CreateUnbounded<CallWord>();
                    channel = _channels[word.Channel] = (words.Writer, ServeAsync(word.Channel, words.Reader));
                }

                channel.Words.TryWrite(word);
            }
        }
        catch (OperationCanceledException)
        {
            // The session is being thrown away.
        }
    }

    private async Task ServeAsync(int number, ChannelReader<CallWord> words)
    {
        Box? box = null;
        BoxCommand? ready = null;
        try
        {
            while (true)
            {
                await NextAsync(words, begins: true);
                var gone = NextAsync(words, begins: false);
                var status = CallFailed;
                try
                {
                    box ??= await create(PipesOf(number), _stop.Token);
                    ready ??= await BoxCommand.StartAsync(box, plan(), waits: true, _stop.Token);
                    status = await RunAsync(ready, gone);
                }
                catch (SandboxException)
                {
                    // The client hears of it by its status.
                }

                await keeper.TellStatusAsync(number, status);
                await gone;
                ready = await PrepareAsync(box);
                await keeper.FreeAsync(number);
            }
        }
        catch (OperationCanceledException)
        {
            // The session is being thrown away.
        }
        catch (SandboxException)
        {
            // The keeper has ended, and the session with it.
        }
        finally
        {
            if (box is not null)
                await box.DisposeAsync();
            if (ready is not null)
                await ready.Completion;
        }
    }

    /// <summary>Runs a call to its end, or until its client is gone.</summary>
    private async Task<int> RunAsync(BoxCommand call, Task gone)
    {
        call.Begin();
        if (await Task.WhenAny(gone, call.Completion) == gone)
            _ = call.StopAsync();
        var result = await call.Completion;
        ended(result);
        return result.Ending is Ending.EngineFault ? CallFailed : call.Status;
    }

    /// <summary>Starts a channel's box for the next call, which will try again where it does not start.</summary>
    private async Task<BoxCommand?> PrepareAsync(Box? box)
    {
        try
        {
            return box is null ? null : await BoxCommand.StartAsync(box, plan(), waits: true, _stop.Token);
        }
        catch (SandboxException)
        {
            return null;
        }
    }

    private async Task NextAsync(ChannelReader<CallWord> words, bool begins)
    {
        while ((await words.ReadAsync(_stop.Token)).Begins != begins)
        {
            // A word that does not fit comes of a checker that misuses the channel.
        }
    }

    private static string PipesOf(int number) => $"{BoxFlags.PipesFolder}/{number.ToString(CultureInfo.InvariantCulture)}";
}
