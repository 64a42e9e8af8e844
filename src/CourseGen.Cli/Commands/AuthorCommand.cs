using System.CommandLine;
using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.Cli.Composition;
using CourseGen.Cli.Live;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Content;
using CourseGen.Runs;
using Spectre.Console;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen author</c>: from a brief to a bundle in a folder.</summary>
internal static class AuthorCommand
{
    public static Command Make(Shell shell)
    {
        var brief = new Option<string>("--brief") { Description = "The brief, a YAML file", Required = true };
        var recorded = new Option<string?>("--recorded") { Description = "Answer from recorded answers in this folder; no model is called" };
        var provider = new Option<string?>("--provider") { Description = "openai or anthropic" };
        var model = new Option<string?>("--model") { Description = "The model's name, as the provider knows it" };
        var address = new Option<string?>("--base-url") { Description = "Another address that speaks the provider's protocol" };
        var output = new Option<string>("--out") { Description = "The folder for the bundle; it must not exist or be empty", Required = true };
        var approve = new Option<bool>("--approve") { Description = "Approve the three gates beforehand" };
        var data = CommonOptions.Data();
        var command = new Command("author", "Write a course from a brief, prove it, and put the bundle into a folder")
        {
            brief, recorded, provider, model, address, output, approve, data,
        };
        command.SetAction((parsed, cancellation) => shell.GuardAsync(async () =>
        {
            var setup = new AuthoringSetup(
                parsed.GetValue(recorded) is null ? parsed.GetValue(provider) ?? "" : "recorded", parsed.GetValue(model), parsed.GetValue(address),
                parsed.GetValue(recorded) is { } folder ? Path.GetFullPath(folder) : null, parsed.GetValue(approve));
            return await RunAsync(shell, parsed.GetRequiredValue(brief), setup, parsed.GetRequiredValue(output), parsed.GetRequiredValue(data), cancellation);
        }));
        return command;
    }

    private static async Task<int> RunAsync(
        Shell shell, string briefFile, AuthoringSetup setup, string output, string dataFolder, CancellationToken cancellation)
    {
        var brief = ReadBrief(briefFile);
        var problems = ModelFactory.Problems(setup);
        if (problems.Count > 0) throw new UsageException(string.Join(Environment.NewLine, problems));
        if (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())
            throw new UsageException($"The folder {output} is not empty. Name another --out, or empty it.");
        using var data = DataFolder.Open(dataFolder);
        await using var workshop = new Workshop(data, await shell.OpenSandboxAsync(cancellation));
        var run = await workshop.Desk.StartAsync(new(AuthoringGraph.KindName, brief.Title, RunJson.Write(new AuthoringInput(brief, setup))), cancellation);
        shell.Progress.MarkupLine($"Run [bold]{run.Id}[/]");
        var ended = await new AuthoringDrive(workshop, shell.Progress).ToEndAsync(run.Id, setup.ApproveGates, cancellation);
        return await FinishAsync(shell, data, ended, output, cancellation);
    }

    /// <summary>Reads a brief, or says what is wrong with the file.</summary>
    internal static Brief ReadBrief(string file)
    {
        if (!File.Exists(file)) throw new UsageException($"There is no brief at {file}.");
        if (new FileInfo(file).Length > Domain.Bundles.BundleLayout.MaxYamlBytes)
            throw new UsageException($"{file} is larger than {Domain.Bundles.BundleLayout.MaxYamlBytes:N0} bytes; a brief is a page or two.");
        return BriefReader.Read(Path.GetFileName(file), File.ReadAllBytes(file));
    }

    private static async Task<int> FinishAsync(Shell shell, DataFolder data, Run run, string output, CancellationToken cancellation)
    {
        var state = AuthoringDrive.StateOf(run);
        if (state.CertifiedDigest is null || state.CertifiedDigest != state.Digest)
        {
            shell.Result.MarkupLine($"[red]No bundle.[/] {Markup.Escape(run.Sentence ?? RunStatusNames.Of(run.Status))}");
            shell.Result.MarkupLine($"Look at it with [bold]coursegen runs show {run.Id}[/]; go on with [bold]coursegen runs resume {run.Id}[/].");
            return run.Status == RunStatus.Faulted ? ExitCodes.Ours : ExitCodes.Refused;
        }

        var listing = System.Text.Encoding.UTF8.GetString((await data.Blobs.ReadAsync(BlobId.Parse(state.Tree!), cancellation)).Span);
        Directory.CreateDirectory(output);
        await new TreeStore(data.Blobs).CheckoutAsync(FileTree.Parse(listing), output, cancellation);
        shell.Result.MarkupLine($"[green]Certified bundle[/] {Markup.Escape(state.Digest!)}");
        shell.Result.MarkupLine($"  in {Markup.Escape(Path.GetFullPath(output))}");
        if (run.Status == RunStatus.Waiting)
            shell.Result.MarkupLine($"  {run.Gate} waits for you: [bold]coursegen gate approve {run.Id}[/], or reject it with [bold]--comment[/].");
        return ExitCodes.Done;
    }
}
