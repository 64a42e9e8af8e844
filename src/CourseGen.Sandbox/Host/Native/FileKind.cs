using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>What kind of file a descriptor or path is (statx(2), whose layout is the same on every architecture).</summary>
/// <param name="IsRegular">Whether it is a regular file.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Owner">The owner's user id.</param>
internal readonly record struct FileKind(bool IsRegular, long Size, uint Owner)
{
    private const int EmptyPath = 0x1000;
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicFields = 0x7ff;
    private const ushort TypeMask = 0xf000;
    private const ushort RegularType = 0x8000;

    public static FileKind? Of(SafeFileHandle file) => Ask((int)file.DangerousGetHandle(), "", EmptyPath);

    /// <summary>Asks about a path without following a link at its end.</summary>
    public static FileKind? At(string path) => Ask(CurrentFolder, path, NoFollow);

    private static unsafe FileKind? Ask(int folder, string path, int flags)
    {
        var result = stackalloc byte[256];
        return Libc.StatX(folder, path, flags, BasicFields, result) == 0
            ? new FileKind((*(ushort*)(result + 28) & TypeMask) == RegularType, *(long*)(result + 40), *(uint*)(result + 20))
            : null;
    }
}
