using System.Globalization;
using System.Text.RegularExpressions;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Host;

/// <summary>
/// An engine that owns folders and control groups, written into their names so that a later engine can tell whose
/// owner is gone.
/// </summary>
/// <param name="Namespace">The process namespace the id is valid in; engines in other containers are left alone.</param>
/// <param name="Process">The process id.</param>
/// <param name="Start">When that process started: a reused id is no owner.</param>
/// <param name="Number">Tells the engines of one process apart.</param>
internal sealed partial record Owner(string Namespace, int Process, string Start, int Number)
{
    private static int _engines;

    /// <summary>A new owner for an engine of this process.</summary>
    public static Owner Create() => new(
        OwnNamespace(), Environment.ProcessId, ProcessTree.StartOf(Environment.ProcessId)!, Interlocked.Increment(ref _engines));

    /// <summary>Whether a name begins with an owner that this process can judge and that is gone.</summary>
    public static bool IsDead(string name)
    {
        var match = Pattern().Match(name);
        return match.Success
            && match.Groups["namespace"].Value == OwnNamespace()
            && match.Groups["start"].Value
                != ProcessTree.StartOf(int.Parse(match.Groups["process"].ValueSpan, CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{Namespace}-{Process}-{Start}-{Number}";

    private static string OwnNamespace() =>
        string.Concat(new FileInfo("/proc/self/ns/pid").LinkTarget!.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(?<namespace>\d+)-(?<process>\d{1,9})-(?<start>\d+)-\d+(-|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
