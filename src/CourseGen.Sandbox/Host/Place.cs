using System.Runtime.InteropServices;
using CourseGen.Sandbox.Host.Native;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host;

/// <summary>Where a program is started, and as what.</summary>
internal sealed class Place
{
    /// <summary>Namespaces that are there, in the order in which they are entered.</summary>
    public SafeFileHandle[] Entered { get; init; } = [];

    /// <summary>Kinds of namespaces that are made, after that.</summary>
    public int Made { get; init; }

    /// <summary>What is laid out in them.</summary>
    public Layout[] Layouts { get; init; } = [];

    /// <summary>The user, whose own group has the same number, and who is in no other.</summary>
    public int User { get; init; }

    /// <summary>The files by which a thread joins the control groups that the program begins in.</summary>
    public SafeFileHandle[] Groups { get; init; } = [];

    /// <summary>Those by which it comes back to its own.</summary>
    public SafeFileHandle[] OwnGroups { get; init; } = [];

    /// <summary>The program's limits, none above this process's own.</summary>
    public ResourceLimit[] Limits { get; init; } = [];
}

/// <summary>A resource that a process may have so much of.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Most">How much.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResourceLimit(ResourceKind Kind, ulong Most);

/// <summary>Resources of a process, by the kernel's numbers, the same on the architectures there are engines for (asm-generic/resource.h).</summary>
internal enum ResourceKind
{
    /// <summary>Bytes of a core file.</summary>
    CoreFile = 4,

    /// <summary>Processes of its user.</summary>
    Processes = 6,

    /// <summary>Open files.</summary>
    OpenFiles = 7,
}
