using System.Runtime.InteropServices;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>A System V shared memory segment of the host that everybody on the host may read and write.</summary>
internal sealed partial class HostMemory : IDisposable
{
    private const int Size = 4096;
    private const int MakeForAll = 0x200 | 0x1b6;
    private const int Remove = 0;

    private readonly int id;
    private readonly nint address;
    private readonly string text;

    public HostMemory(int key, string text)
    {
        this.text = text;
        Key = key;
        id = Get(key, Size, MakeForAll);
        address = Attach(id, 0, 0);
        Marshal.Copy(System.Text.Encoding.ASCII.GetBytes(text + "\0"), 0, address, text.Length + 1);
    }

    public int Key { get; }

    public bool IsUntouched => Marshal.PtrToStringUTF8(address) == text;

    public void Dispose()
    {
        _ = Detach(address);
        _ = Control(id, Remove, 0);
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
