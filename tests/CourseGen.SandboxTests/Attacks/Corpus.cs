using System.Diagnostics;
using CourseGen.SandboxTests.Contract;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>All attacks, and the folder with their programs as boxes see it.</summary>
internal static class Corpus
{
    /// <summary>Programs of the harness itself, in the same folder.</summary>
    public const string Support = "support";

    private const string OnlyVariable = "COURSEGEN_ATTACKS";
    private const string Compiled = ".c";
    private const int Compilers = 2;

    /// <summary>Where the programs lie on the host.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Attacks", "Programs");

    /// <summary>Every attack, in the order of their names.</summary>
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. from family in Directory.EnumerateDirectories(Folder)
           where Path.GetFileName(family) != Support
           from file in Directory.EnumerateFiles(family)
           let name = $"{Path.GetFileName(family)}/{Path.GetFileName(file)}"
           orderby name
           select Attack.Read(file, name),
    ];

    /// <summary>Every attack, or those whose names begin as the environment says: to work on a few.</summary>
    public static IReadOnlyList<Attack> Chosen { get; } =
        [.. All.Where(attack => attack.Name.StartsWith(Environment.GetEnvironmentVariable(OnlyVariable) ?? "", StringComparison.Ordinal))];

    /// <summary>The program of an attack within a workspace made of the folder that <see cref="BuildAsync"/> fills.</summary>
    public static string ProgramOf(Attack attack) => ProgramOf(attack.Name);

    public static string ProgramOf(string name) =>
        $"{CourseGen.Sandbox.BoxPaths.Workspace}/attacks/{Path.ChangeExtension(name, null)}-{Path.GetExtension(name)[1..]}";

    /// <summary>Compiles what has to be compiled and copies the rest.</summary>
    public static async Task<TemporaryFolder> BuildAsync(CancellationToken cancellation)
    {
        var target = new TemporaryFolder().With("data/prepared", "as prepared\n");
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".h", StringComparison.Ordinal));
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = Compilers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(files, bounded, async (file, stop) =>
        {
            var name = Path.GetRelativePath(Folder, file);
            var program = target.Path + ProgramOf(name)[CourseGen.Sandbox.BoxPaths.Workspace.Length..];
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            if (file.EndsWith(Compiled, StringComparison.Ordinal))
                await CompileAsync(file, program, stop);
            else
                File.Copy(file, program);
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        });
        return target;
    }

    private static async Task CompileAsync(string source, string program, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("cc", ["-pthread", "-w", "-I", Folder, "-o", program, source]) { UseShellExecute = false, RedirectStandardError = true };
        using var compiler = Process.Start(start)!;
        var complaints = await compiler.StandardError.ReadToEndAsync(cancellation);
        await compiler.WaitForExitAsync(cancellation);
        if (compiler.ExitCode != 0)
            throw new InvalidOperationException($"{source} does not compile: {complaints}");
    }
}
