using System.Globalization;
using CourseGen.Sandbox.Bubblewrap;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

/// <summary>
/// The engine that learners get, for every test that executes. A machine that cannot run it fails the tests; nothing is
/// skipped.
/// </summary>
public sealed class RealSandbox : IAsyncLifetime
{
    /// <summary>The collection of tests that share the engine and do not compete for the machine.</summary>
    public const string Collection = "real sandbox";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-test-");

    public BubblewrapSandbox Engine { get; private set; } = null!;

    /// <summary>The same engine, which runs nothing twice.</summary>
    internal RememberingSandbox Remembering { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Engine = await BubblewrapSandbox.StartAsync(new BubblewrapOptions { WorkFolder = _folder.FullName }, CancellationToken.None);
        Engine.Report.Usable.ShouldBeTrue(string.Join('\n', Engine.Report.Guarantees));
        Remembering = new(Engine);
    }

    /// <summary>
    /// Command lines of processes that belong to boxes of this engine: by the engine's folder in their command line, or
    /// by a report's name in the environment of a checker.
    /// </summary>
    public IReadOnlyList<string> Processes(string reports) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId
           let line = Read(folder, "cmdline")
           // The engine's own janitor lives as long as the engine does.
           where !line.Contains("/scripts/janitor.sh", StringComparison.Ordinal)
           where line.Contains(_folder.FullName + "/", StringComparison.Ordinal) || Read(folder, "environ").Contains(reports, StringComparison.Ordinal)
           select $"{Path.GetFileName(folder)} {line}",
    ];

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty();
        _folder.Delete();
    }

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or is somebody else's.
            return "";
        }
    }
}

/// <summary>Makes the engine once for all its tests.</summary>
[CollectionDefinition(RealSandbox.Collection)]
public sealed class RealSandboxCollection : ICollectionFixture<RealSandbox>;
