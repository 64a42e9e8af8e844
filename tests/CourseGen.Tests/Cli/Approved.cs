using System.Runtime.CompilerServices;
using Shouldly;

namespace CourseGen.Tests.Cli;

/// <summary>
/// Compares a text with the file that a person approved. <c>COURSEGEN_APPROVE=1</c> records what came instead; CI never
/// sets it.
/// </summary>
internal static class Approved
{
    private const string Switch = "COURSEGEN_APPROVE";

    /// <param name="name">A file in the folder <c>Approved</c> beside the test.</param>
    public static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Approved", name);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"{name} was never approved. Record it with {Switch}=1 and read it.");
        actual.ShouldBe(File.ReadAllText(path), $"Look at the difference; if it is meant, record it with {Switch}=1.");
    }
}
