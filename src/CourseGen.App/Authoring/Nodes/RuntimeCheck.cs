using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;

namespace CourseGen.App.Authoring.Nodes;

/// <summary>Installs, verifies and boots the reference and the starter, from nothing.</summary>
internal static class RuntimeCheck
{
    public static async Task<IReadOnlyList<Finding>> FindingsAsync(Workroom room, Bundle bundle, CancellationToken cancellation)
    {
        await using var bench = new Workbench(room.Sandbox, bundle);
        var runner = new SuiteRunner(bench, room.Ids);
        WorkspaceFiles[] both = [WorkspaceFiles.OfStarter(bundle), WorkspaceFiles.OfVariant(bundle, bundle.Reference)];
        var boots = await Task.WhenAll(both.Select(files => runner.BootAsync(files, cancellation)));
        return [.. Starter(boots[0]), .. Reference(boots[1])];
    }

    private static IEnumerable<Finding> Starter(BootResult boot)
    {
        if (boot.Ending is SuiteEnding.Completed) yield break;
        var code = boot.Phase switch
        {
            "install" => FindingCode.InstallFailed,
            "verify" => FindingCode.VerifyFailed,
            _ => FindingCode.StarterDoesNotBoot,
        };
        yield return new(code, null, MatrixPlan.StarterRow, $"The starter does not get past {boot.Phase}. {boot.Ending.Sentence}",
            "Mend the protocol scripts or the server; the starter has to run before any work is done.", new(null, [], boot.Log));
    }

    private static IEnumerable<Finding> Reference(BootResult boot)
    {
        if (boot.Ending is SuiteEnding.Completed) yield break;
        yield return new(AuthoringCode.ReferenceNotRunnable, null, "reference", $"The reference does not get past {boot.Phase}. {boot.Ending.Sentence}",
            "Mend the reference or the protocol scripts.", new(null, [], boot.Log));
    }
}
