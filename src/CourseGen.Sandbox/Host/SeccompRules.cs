using System.Globalization;

namespace CourseGen.Sandbox.Host;

/// <summary>One rule about a system call: what happens to it when all conditions on its arguments hold.</summary>
/// <param name="Call">The call's name.</param>
/// <param name="Number">Its number where a library does not know the name yet, or -1.</param>
/// <param name="Error">The error it fails with; null when it is allowed.</param>
/// <param name="Conditions">What has to hold of its arguments.</param>
internal sealed record SeccompRule(string Call, int Number, ushort? Error, IReadOnlyList<SeccompCondition> Conditions);

/// <summary>Holds when the masked argument equals a value.</summary>
/// <param name="Argument">Which argument, from 0.</param>
internal sealed record SeccompCondition(uint Argument, ulong Mask, ulong Value);

/// <summary>
/// The system calls that a box may make, whichever engine makes it: an allow list (Scripts/syscalls.txt) and conditions
/// on the arguments of a few calls. Every other call fails with <see cref="NotPermitted"/>.
/// </summary>
internal static class SeccompRules
{
    /// <summary>EPERM, which every call fails with that no rule names.</summary>
    public const ushort NotPermitted = 1;

    /// <summary>ENOSYS, after which a C library tries another call.</summary>
    public const ushort NoSuchCall = 38;

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
    private static readonly uint[] Personalities = [0, 8, 0x20000, 0x20008, 0xffffffff];

    /// <summary>All rules.</summary>
    public static IEnumerable<SeccompRule> All() => [.. Listed(), .. Conditional(), .. OtherDeviceControl()];

    private static IEnumerable<SeccompRule> Listed() =>
        from line in Resources.Lines("syscalls.txt")
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select new SeccompRule(words[0], words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : -1, Error: null, []);

    private static IEnumerable<SeccompRule> Conditional() =>
    [
        // The C library falls back to clone, whose flags a filter can see.
        new("clone3", -1, NoSuchCall, []),
        Allowed("clone", new SeccompCondition(0, NamespaceFlags, 0)),
        .. new uint[] { FamilyUnix, FamilyInternet4, FamilyInternet6 }.Select(family => Allowed("socket", Low32(0, family))),
        Allowed("socket", Low32(0, FamilyNetlink), Low32(2, NetlinkRoute)),
        Allowed("socketpair", Low32(0, FamilyUnix)),
        .. Personalities.Select(personality => Allowed("personality", Low32(0, personality))),
    ];

    /// <summary>Allows ioctl for every request but two.</summary>
    /// <remarks>
    /// The kernel looks at the low 32 bits of the request only, so a rule must too, and libseccomp can mask only where
    /// it tests for equality. The two requests differ in their last four bits alone: every number that differs in one
    /// of the others is allowed by a rule per bit, and the remaining sixteen numbers are named.
    /// </remarks>
    private static IEnumerable<SeccompRule> OtherDeviceControl()
    {
        for (var bit = 4; bit < 32; bit++)
            yield return Allowed("ioctl", new SeccompCondition(1, 1u << bit, ~PushCharacter & (1u << bit)));
        for (uint last = 0; last < 16; last++)
        {
            var request = (PushCharacter & ~15u) | last;
            if (request is not (PushCharacter or LinuxConsole))
                yield return Allowed("ioctl", Low32(1, request));
        }
    }

    private static SeccompRule Allowed(string call, params SeccompCondition[] conditions) => new(call, -1, Error: null, conditions);

    private static SeccompCondition Low32(uint argument, uint value) => new(argument, uint.MaxValue, value);
}
