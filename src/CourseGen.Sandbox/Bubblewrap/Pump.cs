using System.Runtime.InteropServices;
using CourseGen.Sandbox.Bubblewrap.Holders;
using CourseGen.Sandbox.Host;
using Microsoft.Win32.SafeHandles;
using static CourseGen.Sandbox.Host.Native.Libc;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// Carries a process's standard streams and notices its end, all by one poll: neither a full pipe nor a stream that
/// somebody else holds open can block it. Meant for one thread.
/// </summary>
internal sealed class Pump : IDisposable
{
    private readonly Child _child;
    private readonly byte[] _chunk = new byte[64 * 1024];
    private FirstCall? _call;
    private SafeFileHandle? _input;
    private SafeFileHandle? _output;
    private SafeFileHandle? _error;
    private ReadOnlyMemory<byte> _unwritten;

    /// <param name="child">The process, which is disposed of with this.</param>
    /// <param name="input">What it is to read.</param>
    /// <param name="outputLimit">How many bytes of each output are kept.</param>
    /// <param name="call">What to wait for, too, if anything.</param>
    public Pump(Child child, ReadOnlyMemory<byte> input, long outputLimit, FirstCall? call = null)
    {
        _child = child;
        _call = call;
        _unwritten = input;
        Output = new BoundedBuffer(outputLimit);
        Error = new BoundedBuffer(outputLimit);
        _input = child.Input;
        _output = child.Output;
        _error = child.Error;
        if (_input is not null)
            MakeNonBlocking(_input);
    }

    public BoundedBuffer Output { get; }

    public BoundedBuffer Error { get; }

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited { get; private set; }

    /// <summary>Whether the process has ended and all of its output was read.</summary>
    public bool IsFinished => HasExited && _output is null && _error is null;

    /// <summary>Waits until something happens, at most for a while, and carries what there is.</summary>
    public unsafe void Turn(TimeSpan atMost)
    {
        const int end = 0, outputEnd = 1, errorEnd = 2, inputEnd = 3, request = 4, count = 5;
        var entries = stackalloc PollEntry[count];
        entries[end] = Entry(HasExited ? null : _child.Ending, PollIn);
        entries[outputEnd] = Entry(_output, PollIn);
        entries[errorEnd] = Entry(_error, PollIn);
        if (_unwritten.IsEmpty)
            CloseInput();
        entries[inputEnd] = Entry(_input, PollOut);
        entries[request] = Entry(_call?.Request, PollIn);
        if (Poll(entries, count, (int)Math.Ceiling(Math.Max(atMost.TotalMilliseconds, 0))) <= 0)
            return;

        if (entries[outputEnd].Returned != 0 && !ReadInto(Output, _output!))
            Close(ref _output);
        if (entries[errorEnd].Returned != 0 && !ReadInto(Error, _error!))
            Close(ref _error);
        if (entries[inputEnd].Returned != 0 && !WriteSome())
            CloseInput();
        if (entries[request].Returned != 0)
            Carry();
        HasExited |= entries[end].Returned != 0;
    }

    /// <summary>The exit status, once the process has ended: 128 + n for death by signal n.</summary>
    public int ExitStatus() => _child.ExitStatus();

    public void Dispose() => _child.Dispose();

    private static PollEntry Entry(SafeHandle? handle, short events) =>
        new() { Descriptor = handle is null ? -1 : (int)handle.DangerousGetHandle(), Events = events };

    private unsafe bool ReadInto(BoundedBuffer buffer, SafeFileHandle from)
    {
        fixed (byte* start = _chunk)
        {
            var length = Read(from, start, (nuint)_chunk.Length);
            if (length > 0)
                buffer.Add(_chunk.AsSpan(0, (int)length));
            return length > 0 || (length < 0 && IsPassing());
        }
    }

    private unsafe bool WriteSome()
    {
        fixed (byte* start = _unwritten.Span)
        {
            var length = Write(_input!, start, (nuint)_unwritten.Length);
            if (length < 0)
                return IsPassing();
            _unwritten = _unwritten[(int)length..];
            return !_unwritten.IsEmpty;
        }
    }

    private void Carry()
    {
        _call!.Carry();
        _call = null;
    }

    private static bool IsPassing() => Marshal.GetLastPInvokeError() is ErrorAgain or ErrorInterrupted;

    private void CloseInput() => Close(ref _input);

    private static void Close(ref SafeFileHandle? handle)
    {
        handle?.Dispose();
        handle = null;
    }
}
