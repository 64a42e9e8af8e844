using System.Text;
using CourseGen.Sandbox;

namespace CourseGen.SandboxTests.Contract;

/// <summary>Small commands and limits for tests.</summary>
internal static class Sample
{
    public const string Phase = "the test's phase";

    public static readonly Limits Limits = new(
        Cpu: TimeSpan.FromSeconds(10), MemoryBytes: 256 << 20, Processes: 64, DiskBytes: 32 << 20, OutputBytes: 16 << 20);

    public static Command Script(string script) => Program("sh", "-c", script);

    public static Command Program(params string[] arguments) =>
        new() { Arguments = arguments, Phase = Phase, Wall = TimeSpan.FromSeconds(20) };

    public static string OutputText(this CommandResult result) => Encoding.UTF8.GetString(result.Output.Span);

    public static string ErrorText(this CommandResult result) => Encoding.UTF8.GetString(result.Error.Span);
}
