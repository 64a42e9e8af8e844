using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace CourseGen.Sandbox.Oci;

/// <summary>Word from a session's keeper about a call of the checker's.</summary>
/// <param name="Channel">Which channel it goes through.</param>
/// <param name="Begins">Whether it begins; otherwise its client is gone.</param>
internal readonly record struct CallWord(int Channel, bool Begins);

/// <summary>
/// The container that keeps a session's network and file systems there (Scripts/keeper.sh). It ends with its standard
/// input, which the engine holds: an engine that dies takes the network of its sessions along.
/// </summary>
internal sealed class Keeper : IAsyncDisposable
{
    private const int LineLimit = 4096;
    private static readonly TimeSpan StartBound = TimeSpan.FromMinutes(1);

    private readonly Box _box;
    private readonly AttachedStreams _streams;
    private readonly StringBuilder _line = new();
    private readonly StringBuilder _complaint = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<TaskCompletionSource<string>> _questions = new();
    private readonly Channel<CallWord> _words = Channel.CreateUnbounded<CallWord>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _reading;

    private Keeper(Box box, AttachedStreams streams)
    {
        _box = box;
        _streams = streams;
        _reading = ReadAsync();
    }

    public string Id => _box.Id;

    /// <summary>What the keeper tells of calls.</summary>
    public ChannelReader<CallWord> Words => _words.Reader;

    /// <summary>Starts a keeper and waits until it answers.</summary>
    public static async Task<Keeper> StartAsync(Box box, CancellationToken cancellation)
    {
        var keeper = new Keeper(box, await box.StartAsync(input: true, cancellation));
        var ready = false;
        try
        {
            await keeper._ready.Task.WaitAsync(StartBound, cancellation);
            ready = true;
            return keeper;
        }
        catch (TimeoutException late)
        {
            throw new SandboxException("the session's keeper did not come up", late);
        }
        finally
        {
            if (!ready)
                await keeper.DisposeAsync();
        }
    }

    /// <summary>How full the session's file systems are, in the order of <see cref="Volumes.Measured"/>.</summary>
    public async Task<IReadOnlyList<VolumeFill>> FillAsync()
    {
        var question = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync("fill", () => _questions.Enqueue(question));
        if (_reading.IsCompleted)
            Fail();
        return VolumeFill.Read(await question.Task);
    }

    /// <summary>Begins to tell of calls; the channels have to be there.</summary>
    public Task ListenAsync() => SendAsync("listen");

    /// <summary>Tells a call's client how the call ended.</summary>
    public Task TellStatusAsync(int channel, int status) =>
        SendAsync(string.Create(CultureInfo.InvariantCulture, $"status {channel} {status}"));

    /// <summary>Lets another client have a channel.</summary>
    public Task FreeAsync(int channel) => SendAsync(string.Create(CultureInfo.InvariantCulture, $"free {channel}"));

    public async ValueTask DisposeAsync()
    {
        _streams.CloseInput();
        await _box.DisposeAsync();
        await _streams.DisposeAsync();
        await _reading;
        _writing.Dispose();
    }

    private async Task SendAsync(string order, Action? first = null)
    {
        await _writing.WaitAsync();
        try
        {
            first?.Invoke();
            await _streams.WriteAsync(Encoding.ASCII.GetBytes(order + '\n'), CancellationToken.None);
        }
        catch (IOException gone)
        {
            throw new SandboxException("the session's keeper is gone", gone);
        }
        catch (ObjectDisposedException gone)
        {
            throw new SandboxException("the session's keeper is gone", gone);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await _streams.ReadToEndAsync(Take, CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The session is being thrown away.
        }

        Fail();
        _words.Writer.TryComplete();
    }

    /// <summary>Answers who still waits: there is nobody left who could.</summary>
    private void Fail()
    {
        var gone = new SandboxException($"the session's keeper has ended: {_complaint}");
        _ = _ready.TrySetException(gone);
        while (_questions.TryDequeue(out var question))
            _ = question.TrySetException(gone);
    }

    private void Take(bool isError, ReadOnlySpan<byte> bytes)
    {
        foreach (var letter in bytes)
        {
            if (isError)
            {
                if (_complaint.Length < LineLimit)
                    _complaint.Append((char)letter);
            }
            else if (letter == '\n')
            {
                Understand(_line.ToString());
                _line.Clear();
            }
            else if (_line.Length < LineLimit)
            {
                _line.Append((char)letter);
            }
        }
    }

    private void Understand(string line)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        if (word == "ready")
            _ = _ready.TrySetResult();
        else if (word == "fill" && _questions.TryDequeue(out var question))
            _ = question.TrySetResult(rest);
        else if (word is "call" or "gone" && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var channel))
            _words.Writer.TryWrite(new(channel, word == "call"));
    }
}
