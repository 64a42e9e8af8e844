using System.Globalization;
using static CourseGen.Sandbox.Bubblewrap.Native.Libseccomp;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The system calls that a box may make: an allow list (Scripts/syscalls.txt) and conditions on the arguments of a few
/// calls. Calls of another architecture, 32-bit ones among them, are refused.
/// </summary>
internal static class SeccompFilter
{
    private const ushort NotPermitted = 1;
    private const ushort NoSuchCall = 38;

    private const int FamilyUnix = 1;
    private const int FamilyInternet4 = 2;
    private const int FamilyInternet6 = 10;
    private const int FamilyNetlink = 16;
    private const int NetlinkRoute = 0;

    // CLONE_NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET and NEWNS.
    private const ulong NamespaceFlags = 0x7e020000;

    // Both push characters into a terminal's input.
    private const uint PushCharacter = 0x5412;
    private const uint LinuxConsole = 0x541c;

    // PER_LINUX and PER_LINUX32, each with and without UNAME26, and the question for the present value.
    private static readonly ulong[] Personalities = [0, 8, 0x20000, 0x20008, 0xffffffff];

    /// <summary>Writes the filter for this machine as bubblewrap reads it.</summary>
    public static void Write(string path)
    {
        var filter = Create(Fail(NotPermitted));
        if (filter == 0)
            throw new SandboxException("libseccomp cannot make a filter");
        try
        {
            Check(SetAttribute(filter, BadArchitectureAction, Fail(NoSuchCall)), "architecture");
            foreach (var (name, number) in Listed())
                AllowCall(filter, name, number);
            AddConditions(filter);
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            Check(Export(filter, (int)file.DangerousGetHandle()), "export");
        }
        finally
        {
            Release(filter);
        }
    }

    private static IEnumerable<(string Name, int Number)> Listed() =>
        from line in Resources.Lines("syscalls.txt")
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (words[0], words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : UnknownCall);

    private static void AllowCall(nint filter, string name, int numberIfUnknown)
    {
        var number = NumberOf(name);
        if (number == UnknownCall)
            number = numberIfUnknown;
        // A negative number stands for a call that this architecture does not have.
        if (number >= 0)
            AddRuleFor(filter, Allow, number);
    }

    private static void AddConditions(nint filter)
    {
        // The C library falls back to clone, whose flags a filter can see.
        AddRuleFor(filter, Fail(NoSuchCall), NumberOf("clone3"));
        AddRuleFor(filter, Allow, NumberOf("clone"), Masked(0, NamespaceFlags, 0));

        var socket = NumberOf("socket");
        foreach (var family in new[] { FamilyUnix, FamilyInternet4, FamilyInternet6 })
            AddRuleFor(filter, Allow, socket, Low32(0, (uint)family));
        AddRuleFor(filter, Allow, socket, Low32(0, FamilyNetlink), Low32(2, NetlinkRoute));
        AddRuleFor(filter, Allow, NumberOf("socketpair"), Low32(0, FamilyUnix));

        foreach (var personality in Personalities)
            AddRuleFor(filter, Allow, NumberOf("personality"), Low32(0, (uint)personality));
        AllowOtherDeviceControl(filter);
    }

    /// <summary>Allows ioctl for every request but two.</summary>
    /// <remarks>
    /// The kernel looks at the low 32 bits of the request only, so a rule must too, and libseccomp can mask only where
    /// it tests for equality. The two requests differ in their last four bits alone: every number that differs in one
    /// of the others is allowed by a rule per bit, and the remaining sixteen numbers are named.
    /// </remarks>
    private static void AllowOtherDeviceControl(nint filter)
    {
        var ioctl = NumberOf("ioctl");
        for (var bit = 4; bit < 32; bit++)
            AddRuleFor(filter, Allow, ioctl, Masked(1, 1u << bit, ~PushCharacter & (1u << bit)));
        for (uint last = 0; last < 16; last++)
        {
            var request = (PushCharacter & ~15u) | last;
            if (request is not (PushCharacter or LinuxConsole))
                AddRuleFor(filter, Allow, ioctl, Low32(1, request));
        }
    }

    private static Condition Masked(uint argument, ulong mask, ulong value) =>
        new() { Argument = argument, Operator = CompareMasked, First = mask, Second = value };

    private static Condition Low32(uint argument, uint value) => Masked(argument, uint.MaxValue, value);

    private static unsafe void AddRuleFor(nint filter, uint action, int call, params ReadOnlySpan<Condition> conditions)
    {
        if (call < 0)
            return;
        fixed (Condition* first = conditions)
            Check(AddRule(filter, action, call, (uint)conditions.Length, first), "rule");
    }

    private static void Check(int result, string step)
    {
        if (result < 0)
            throw new SandboxException($"libseccomp refused the filter's {step} with error {-result}");
    }
}
