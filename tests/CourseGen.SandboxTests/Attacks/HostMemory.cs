using System.Runtime.InteropServices;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>A System V shared memory segment of the host that everybody on the host may read and write.</summary>
internal sealed partial class HostMemory : IDisposable
{
    private const int Size = 4096;
    private const int MakeForAll = 0x200 | 0x1b6;
    private const int Remove = 0;

    private readonly int _id;
    private readonly nint _address;
    private readonly string _text;

    public HostMemory(int key, string text)
    {
        _text = text;
        Key = key;
        _id = Get(key, Size, MakeForAll);
        _address = Attach(_id, 0, 0);
        Marshal.Copy(System.Text.Encoding.ASCII.GetBytes(text + "\0"), 0, _address, text.Length + 1);
    }

    public int Key { get; }

    public bool IsUntouched => Marshal.PtrToStringUTF8(_address) == _text;

    public void Dispose()
    {
        _ = Detach(_address);
        _ = Control(_id, Remove, 0);
    }

    [LibraryImport("libc", EntryPoint = "shmget")]
    private static partial int Get(int key, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "shmat")]
    private static partial nint Attach(int id, nint address, int flags);

    [LibraryImport("libc", EntryPoint = "shmdt")]
    private static partial int Detach(nint address);

    [LibraryImport("libc", EntryPoint = "shmctl")]
    private static partial int Control(int id, int command, nint buffer);
}
