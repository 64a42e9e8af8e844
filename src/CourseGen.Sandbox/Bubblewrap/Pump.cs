using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using static CourseGen.Sandbox.Bubblewrap.Native.Libc;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// Carries a process's standard streams and notices its end, all by one poll: neither a full pipe nor a stream that
/// somebody else holds open can block it. Meant for one thread.
/// </summary>
internal sealed class Pump : IDisposable
{
    private readonly Process process;
    private readonly SafeFileHandle? ending;
    private readonly byte[] chunk = new byte[64 * 1024];
    private SafePipeHandle? input;
    private SafePipeHandle? output;
    private SafePipeHandle? error;
    private ReadOnlyMemory<byte> unwritten;

    public Pump(Process process, ReadOnlyMemory<byte> input, long outputLimit)
    {
        this.process = process;
        unwritten = input;
        Output = new BoundedBuffer(outputLimit);
        Error = new BoundedBuffer(outputLimit);
        ending = OpenProcess(process.Id);
        HasExited = ending is null;
        this.input = HandleOf(process.StandardInput.BaseStream);
        output = HandleOf(process.StandardOutput.BaseStream);
        error = HandleOf(process.StandardError.BaseStream);
        MakeNonBlocking(this.input);
    }

    /// <summary>Gives the streams to a user. Standard error comes last: enter.sh looks at it to see whether all are given.</summary>
    public void GiveStreamsTo(int user)
    {
        foreach (var stream in new[] { input, output, error })
        {
            if (stream is not null)
                GiveTo(stream, user);
        }
    }

    public BoundedBuffer Output { get; }

    public BoundedBuffer Error { get; }

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited { get; private set; }

    /// <summary>Whether the process has ended and all of its output was read.</summary>
    public bool IsFinished => HasExited && output is null && error is null;

    /// <summary>Waits until something happens, at most for a while, and carries what there is.</summary>
    public unsafe void Turn(TimeSpan atMost)
    {
        const int end = 0, outputEnd = 1, errorEnd = 2, inputEnd = 3, count = 4;
        var entries = stackalloc PollEntry[count];
        entries[end] = Entry(HasExited ? null : ending, PollIn);
        entries[outputEnd] = Entry(output, PollIn);
        entries[errorEnd] = Entry(error, PollIn);
        if (unwritten.IsEmpty)
            CloseInput();
        entries[inputEnd] = Entry(input, PollOut);
        if (Poll(entries, count, (int)Math.Ceiling(Math.Max(atMost.TotalMilliseconds, 0))) <= 0)
            return;

        if (entries[outputEnd].Returned != 0 && !ReadInto(Output, output!))
            Close(process.StandardOutput, ref output);
        if (entries[errorEnd].Returned != 0 && !ReadInto(Error, error!))
            Close(process.StandardError, ref error);
        if (entries[inputEnd].Returned != 0 && !WriteSome())
            CloseInput();
        HasExited |= entries[end].Returned != 0;
    }

    /// <summary>The exit status, once the process has ended: 128 + n for death by signal n.</summary>
    public int ExitStatus()
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    public void Dispose()
    {
        ending?.Dispose();
        process.Dispose();
    }

    private static SafePipeHandle HandleOf(Stream stream) => ((PipeStream)stream).SafePipeHandle;

    private static PollEntry Entry(SafeHandle? handle, short events) =>
        new() { Descriptor = handle is null ? -1 : (int)handle.DangerousGetHandle(), Events = events };

    private unsafe bool ReadInto(BoundedBuffer buffer, SafePipeHandle from)
    {
        fixed (byte* start = chunk)
        {
            var length = Read(from, start, (nuint)chunk.Length);
            if (length > 0)
                buffer.Add(chunk.AsSpan(0, (int)length));
            return length > 0 || (length < 0 && IsPassing());
        }
    }

    private unsafe bool WriteSome()
    {
        fixed (byte* start = unwritten.Span)
        {
            var length = Write(input!, start, (nuint)unwritten.Length);
            if (length < 0)
                return IsPassing();
            unwritten = unwritten[(int)length..];
            return !unwritten.IsEmpty;
        }
    }

    private static bool IsPassing() => Marshal.GetLastPInvokeError() is ErrorAgain or ErrorInterrupted;

    private void CloseInput() => Close(process.StandardInput, ref input);

    private static void Close(IDisposable stream, ref SafePipeHandle? handle)
    {
        if (handle is null)
            return;
        handle = null;
        stream.Dispose();
    }
}
