using System.Collections.Concurrent;
using System.Diagnostics;

namespace CourseGen.ClusterTests;

/// <summary><c>coursegen worker</c> in a process of its own, as an operator starts it.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    // As it was built beside these tests, with all it needs.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace("/tests/CourseGen.ClusterTests/", "/src/CourseGen.Cli/", StringComparison.Ordinal), "coursegen.dll");

    private readonly Process _process;
    private readonly TaskCompletionSource _working = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it said so far.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Completes when it works.</summary>
    public Task Working => _working.Task;

    public static WorkerProcess Start(string database, int parallel) => new(System.Diagnostics.Process.Start(
        new ProcessStartInfo("dotnet", [Program, "worker", "--fewer-guarantees", "--parallel", $"{parallel}"])
        {
            Environment = { ["COURSEGEN_DATABASE"] = database },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>What an out-of-memory killer or a power cut does: no chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Hear(string? line)
    {
        if (line is null)
        {
            _working.TrySetException(new InvalidOperationException($"The worker ended: {string.Join('\n', Said)}"));
            return;
        }

        Said.Enqueue(line);
        if (line.StartsWith("Working on", StringComparison.Ordinal)) _working.TrySetResult();
    }
}
