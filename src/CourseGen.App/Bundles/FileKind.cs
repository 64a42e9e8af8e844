using System.Runtime.InteropServices;

namespace CourseGen.App.Bundles;

/// <summary>Tells regular files from devices, pipes and sockets, which must not even be opened.</summary>
internal static partial class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int AtWorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const uint WantType = 1;

    public static bool IsRegular(string path)
    {
        // statx has the same layout on every architecture: the mode is the 16-bit field at byte 28.
        Span<byte> buffer = stackalloc byte[256];
        if (Statx(AtWorkingFolder, path, NoFollow, WantType, ref MemoryMarshal.GetReference(buffer)) != 0)
            throw new IOException($"'{path}' cannot be looked at (error {Marshal.GetLastPInvokeError()}).");
        return (BitConverter.ToUInt16(buffer[28..]) & TypeMask) == Regular;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte buffer);
}
