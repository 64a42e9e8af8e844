using CourseGen.Sandbox.Host;
using static CourseGen.Sandbox.Host.Native.Libseccomp;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// The rules of <see cref="SeccompRules"/> as bubblewrap takes them. Calls of another architecture, 32-bit ones among
/// them, are refused.
/// </summary>
internal static class SeccompFilter
{
    /// <summary>Writes the filter for this machine as bubblewrap reads it.</summary>
    public static void Write(string path)
    {
        var filter = Create(Fail(SeccompRules.NotPermitted));
        if (filter == 0)
            throw new SandboxException("libseccomp cannot make a filter");
        try
        {
            Check(SetAttribute(filter, BadArchitectureAction, Fail(SeccompRules.NoSuchCall)), "architecture");
            foreach (var rule in SeccompRules.All())
                Add(filter, rule);
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            Check(Export(filter, (int)file.DangerousGetHandle()), "export");
        }
        finally
        {
            Release(filter);
        }
    }

    private static unsafe void Add(nint filter, SeccompRule rule)
    {
        var number = NumberOf(rule.Call);
        if (number == UnknownCall)
            number = rule.Number;
        // A negative number stands for a call that this architecture does not have.
        if (number < 0)
            return;
        var conditions = rule.Conditions
            .Select(one => new Condition { Argument = one.Argument, Operator = CompareMasked, First = one.Mask, Second = one.Value }).ToArray();
        fixed (Condition* first = conditions)
            Check(AddRule(filter, rule.Error is { } error ? Fail(error) : Allow, number, (uint)conditions.Length, first), "rule");
    }

    private static void Check(int result, string step)
    {
        if (result < 0)
            throw new SandboxException($"libseccomp refused the filter's {step} with error {-result}");
    }
}
