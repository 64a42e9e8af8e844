using System.Runtime.InteropServices;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>The calls of libseccomp that building and exporting a filter takes.</summary>
internal static partial class Libseccomp
{
    private const string Library = "libseccomp.so.2";

    public const uint Allow = 0x7fff0000;
    public const int CompareMasked = 7;
    public const int UnknownCall = -1;
    public const int BadArchitectureAction = 2;

    /// <summary>One condition on an argument (struct scmp_arg_cmp).</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Condition
    {
        public uint Argument;
        public int Operator;
        public ulong First;
        public ulong Second;
    }

    /// <summary>The action that fails a call with an error number.</summary>
    public static uint Fail(ushort error) => 0x00050000u | error;

    /// <summary>Whether the library is installed.</summary>
    public static bool IsInstalled()
    {
        if (!NativeLibrary.TryLoad(Library, out var library))
            return false;
        NativeLibrary.Free(library);
        return true;
    }

    [LibraryImport(Library, EntryPoint = "seccomp_init")]
    public static partial nint Create(uint otherwise);

    [LibraryImport(Library, EntryPoint = "seccomp_release")]
    public static partial void Release(nint filter);

    [LibraryImport(Library, EntryPoint = "seccomp_attr_set")]
    public static partial int SetAttribute(nint filter, int attribute, uint value);

    [LibraryImport(Library, EntryPoint = "seccomp_syscall_resolve_name", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int NumberOf(string name);

    [LibraryImport(Library, EntryPoint = "seccomp_rule_add_array")]
    public static unsafe partial int AddRule(nint filter, uint action, int call, uint count, Condition* conditions);

    [LibraryImport(Library, EntryPoint = "seccomp_export_bpf")]
    public static partial int Export(nint filter, int descriptor);
}
