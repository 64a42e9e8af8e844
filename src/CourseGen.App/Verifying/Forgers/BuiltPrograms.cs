using System.Text;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Content;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying.Forgers;

/// <summary>The programs that install.sh and verify.sh leave in a workspace, such as a compiled one: a forger has its own in their place.</summary>
internal static class BuiltPrograms
{
    private const int Most = 200;

    /// <summary>Paths of files with the run bit that the starter does not bring itself.</summary>
    /// <exception cref="HarnessFaultException">The sandbox failed.</exception>
    public static async Task<IReadOnlyList<string>> OfAsync(Workbench bench, CancellationToken cancellation)
    {
        try
        {
            var starter = await bench.PrepareAsync(WorkspaceFiles.OfStarter(bench.Bundle), cancellation);
            if (starter.Failure is not null) return [];
            var limits = BoxLimits.ForInstall(bench.Bundle.Manifest.Limits);
            await using var session = await bench.Sandbox.OpenAsync(new() { Layers = starter.Layers, Absent = starter.Change.Absent, Limits = limits }, cancellation);
            var find = new Command
            {
                Arguments = ["/bin/sh", "-c", "exec find . -path ./.git -prune -o -type f -perm -u=x -print0"],
                Phase = "looking for programs",
                Wall = TimeSpan.FromSeconds(60),
            };
            var found = await session.RunAsync(Side.Learner, find, cancellation);
            if (!found.Succeeded) throw new HarnessFaultException($"The programs of the starter could not be listed: {Log.LastLine(Log.Tail(found))}");
            return Of(bench.Bundle, Encoding.UTF8.GetString(found.Output.Span));
        }
        catch (SandboxException fault)
        {
            throw new HarnessFaultException(fault.Message);
        }
    }

    private static IReadOnlyList<string> Of(Bundle bundle, string listing) =>
    [
        .. listing.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path)
            .Where(path => FileEntry.IsGoodPath(path) && !BundleLayout.IsBundleOwned(path) && bundle.Files.Find($"{BundleLayout.Starter}/{path}") is null)
            .Order(StringComparer.Ordinal).Take(Most),
    ];
}
