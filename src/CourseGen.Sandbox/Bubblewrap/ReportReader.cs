using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// Reads a file that an untrusted program has left. The kernel resolves the name without following a link or leaving the
/// folder, the open cannot block on a pipe, and what was opened is looked at before a byte is read.
/// </summary>
internal static class ReportReader
{
    // O_PATH, O_NONBLOCK and O_CLOEXEC; then RESOLVE_NO_XDEV, NO_MAGICLINKS, NO_SYMLINKS and BENEATH.
    private const int PathOnly = 0x200000 | 0x80000;
    private const ulong ReadOnlyNonBlocking = 0x800 | 0x80000;
    private const ulong BeneathWithoutLinks = 0x01 | 0x02 | 0x04 | 0x08;

    /// <param name="folder">The report folder, as the host reaches it.</param>
    public static CollectedFile Read(string folder, string name, int maxBytes)
    {
        if (name.Length == 0 || name is "." or ".." || name.Contains('/', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal))
            return new CollectedFile.Refused("not a file name");
        var descriptor = Libc.Open(folder, PathOnly);
        if (descriptor < 0)
            throw new SandboxException("the session's report folder is gone");
        using var opened = new SafeFileHandle(descriptor, ownsHandle: true);
        var file = Libc.OpenAt2(opened, name, ReadOnlyNonBlocking, BeneathWithoutLinks);
        if (file == -Libc.ErrorNoEntry)
            return new CollectedFile.Missing();
        if (file < 0)
            return new CollectedFile.Refused("a link, or not to be opened");
        using var handle = new SafeFileHandle((nint)file, ownsHandle: true);
        return Read(handle, maxBytes);
    }

    private static CollectedFile Read(SafeFileHandle file, int maxBytes)
    {
        if (FileKind.Of(file) is not { IsRegular: true } seen)
            return new CollectedFile.Refused("not a regular file");
        if (seen.Size > maxBytes)
            return new CollectedFile.Refused($"larger than {maxBytes} bytes");
        // Whoever still writes the file may shrink it meanwhile; more than was seen is not read.
        var bytes = new byte[seen.Size];
        var length = 0;
        while (length < bytes.Length && ReadSome(file, bytes.AsSpan(length)) is > 0 and var read)
            length += read;
        return new CollectedFile.Content(bytes.AsMemory(0, length));
    }

    private static unsafe int ReadSome(SafeFileHandle file, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
            return (int)Libc.Read(file, start, (nuint)buffer.Length);
    }
}
