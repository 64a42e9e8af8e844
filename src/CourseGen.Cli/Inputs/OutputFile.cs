namespace CourseGen.Cli.Inputs;

/// <summary>
/// A file that a command is going to write. That it can be written is found out before anything runs; it is written
/// beside its place and moved there, so that nobody ever reads half of it.
/// </summary>
internal sealed class OutputFile
{
    private readonly string _option;

    private OutputFile(string option, string path)
    {
        _option = option;
        FullPath = path;
    }

    public string FullPath { get; }

    // Pipes and terminals are written to as they are: something else would take their place by moving.
    private bool IsStream => FullPath.StartsWith("/dev/", StringComparison.Ordinal) || FullPath.StartsWith("/proc/", StringComparison.Ordinal);

    private string Beside => Path.Combine(Path.GetDirectoryName(FullPath)!, $".coursegen-{Environment.ProcessId}-{Path.GetFileName(FullPath)}");

    /// <summary>The file that an option names; none when it names none.</summary>
    /// <exception cref="CommandStoppedException">It cannot be written.</exception>
    public static OutputFile? At(string option, string? path)
    {
        if (path is null) return null;
        if (path.Length == 0) throw Unwritable(option, "an empty name");
        var file = new OutputFile(option, Resolve(Path.GetFullPath(path)));
        if (Directory.Exists(file.FullPath)) throw Unwritable(option, $"'{path}', which is a folder");
        if (!Directory.Exists(Path.GetDirectoryName(file.FullPath))) throw Unwritable(option, $"'{path}', in a folder that is not there");
        if (!file.IsStream) file.Try();
        return file;
    }

    /// <exception cref="CommandStoppedException">It could not be written after all.</exception>
    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        try
        {
            if (IsStream)
            {
                await File.WriteAllTextAsync(FullPath, text, cancellation);
                return;
            }

            await File.WriteAllTextAsync(Beside, text, cancellation);
            File.Move(Beside, FullPath, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            if (!IsStream) File.Delete(Beside);
            if (trouble is OperationCanceledException) throw;
            throw CommandStoppedException.Ours(
                $"{_option} could not be written: {trouble.Message}", "Make room, or name another place, and run it again.");
        }
    }

    private void Try()
    {
        try
        {
            using var probe = new FileStream(Beside, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_option, $"'{FullPath}', which cannot be written: {trouble.Message}");
        }
    }

    private static string Resolve(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || !File.Exists(path) ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    private static CommandStoppedException Unwritable(string option, string what) =>
        CommandStoppedException.Usage($"{option} names {what}.", "Name a file in a folder that is there and that you may write. Nothing was run.");
}

/// <summary>The files that evidence is written to.</summary>
internal sealed record OutputFiles(OutputFile? Json, OutputFile? Html, OutputFile? JUnit = null, OutputFile? Sarif = null)
{
    /// <summary>Those that were asked for, with the option that named each.</summary>
    public IEnumerable<(string Option, OutputFile File)> Named =>
        new[] { ("--json", Json), ("--html", Html), ("--junit", JUnit), ("--sarif", Sarif) }.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!));

    /// <summary>The files, when no two of them are the same one.</summary>
    public OutputFiles Checked()
    {
        if (Named.GroupBy(one => one.File.FullPath, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is not { } same) return this;
        throw CommandStoppedException.Usage($"{string.Join(" and ", same.Select(one => one.Option))} name the same file.", "Name different files.");
    }
}
