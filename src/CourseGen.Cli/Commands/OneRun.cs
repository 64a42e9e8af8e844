using System.CommandLine;
using CourseGen.Cli.Composition;
using CourseGen.Runs;

namespace CourseGen.Cli.Commands;

/// <summary>The commands that are about one run.</summary>
internal static class OneRun
{
    /// <summary>A command that takes a run's id.</summary>
    /// <param name="act">What it does with the run, in the data that has it.</param>
    public static Command Command(
        CliHost host, string name, string description, Func<ParseResult, DataFolder, Run, CancellationToken, Task<int>> act, params Option[] options)
    {
        var id = new Argument<string>("ID") { Description = "The run's id." };
        var data = CommonOptions.Data();
        var command = new Command(name, description) { id, data };
        foreach (var option in options) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var folder = await DataFolder.OpenAsync(parsed.GetRequiredValue(data), host.Time, cancellation);
            var run = await folder.Runs.FindAsync(new(parsed.GetRequiredValue(id)), cancellation)
                ?? throw Unknown(parsed.GetRequiredValue(id), folder);
            return await act(parsed, folder, run, cancellation);
        });
        return command;
    }

    private static CommandStoppedException Unknown(string id, DataFolder data) =>
        CommandStoppedException.Usage($"There is no run {id} in {data.Name}.", $"See the runs there are with coursegen runs list{data.Option}");
}
