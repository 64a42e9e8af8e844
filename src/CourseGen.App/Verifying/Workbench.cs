using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CourseGen.Domain.Bundles;
using CourseGen.Sandbox;

namespace CourseGen.App.Verifying;

/// <summary>
/// Prepares workspaces of one bundle in one sandbox: dependencies are installed once and shared by everything that
/// changes only what the learner owns; each state is built once and kept as a layer.
/// </summary>
public sealed class Workbench : IAsyncDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Once<PreparedWorkspace>> _prepared = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Layer> _layers = [];
    private readonly ConditionalWeakTable<WorkspaceFiles, WorkspaceChange> _changes = [];
    private readonly WorkspaceFiles _starter;
    private readonly Once<Layer> _starterLayer;
    private readonly Once<PhaseOutcome> _starterInstall;

    public Workbench(ISandbox sandbox, Bundle bundle)
    {
        Sandbox = sandbox;
        Bundle = bundle;
        _starter = WorkspaceFiles.OfStarter(bundle);
        Suites = new(bundle, _scratch);
        EmptyFile = System.IO.Path.Combine(_scratch.NewFolder(), "empty");
        File.WriteAllBytes(EmptyFile, []);
        _starterLayer = new(() => KeepFolderAsync(LayStarter()));
        _starterInstall = new(async () => await InstallAsync([await _starterLayer.Result], [], _end.Token));
    }

    public ISandbox Sandbox { get; }

    public Bundle Bundle { get; }

    /// <summary>What lets the bench's sessions be beside each other.</summary>
    internal Crowd Crowd { get; } = new();

    /// <summary>The suites' folders as the checker's box sees them.</summary>
    internal SuiteFolders Suites { get; }

    /// <summary>A file without content.</summary>
    internal string EmptyFile { get; }

    /// <summary>A new folder that lives as long as the workbench.</summary>
    internal string NewFolder() => _scratch.NewFolder();

    /// <summary>How a workspace differs from the starter. Its files are read once; they must not change afterwards.</summary>
    public WorkspaceChange ChangeOf(WorkspaceFiles files) =>
        _changes.GetValue(files, one => WorkspaceChange.Between(_starter, one, Bundle.Manifest));

    /// <summary>Installs and builds a workspace, or says which phase it did not get past.</summary>
    /// <exception cref="SandboxException">The sandbox failed. Whoever asks again has it tried again.</exception>
    public Task<PreparedWorkspace> PrepareAsync(WorkspaceFiles files, CancellationToken cancellation)
    {
        var change = ChangeOf(files);
        return _prepared.GetOrAdd(change.Digest, _ => new(() => PrepareAsync(change, files.RuntimeOverlay))).Result.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        // Preparing is shared, so it ends with the bench and not with one who waits for it.
        await _end.CancelAsync();
        // What is still being prepared keeps layers and writes into the scratch folder.
        foreach (var one in _prepared.Values) await one.EndedAsync();
        await DropLayersAsync();
        _scratch.Dispose();
        _end.Dispose();
    }

    private async Task DropLayersAsync()
    {
        try
        {
            await Sandbox.DropAsync(_layers);
        }
        catch (SandboxException)
        {
            // An engine that fails now takes its layers with it when it ends.
        }
    }

    private async Task<Layer> KeepFolderAsync(string folder) => Noted(await Sandbox.KeepFolderAsync(folder, _end.Token));

    private Layer Noted(Layer layer)
    {
        _layers.Add(layer);
        return layer;
    }

    private async Task<PreparedWorkspace> PrepareAsync(WorkspaceChange change, IReadOnlyDictionary<string, string> overlay)
    {
        var own = await _starterLayer.Result;
        var shared = await _starterInstall.Result;
        if (shared.Failure is { } broken) return new(change, [], broken);
        var files = change.Changed.Count == 0 ? null : await KeepFolderAsync(_scratch.Lay(change.Changed));
        List<Layer> layers = [own];
        if (change.OutsideOwned.Count == 0) Add(layers, shared.Layer);
        Add(layers, files);
        if (change.OutsideOwned.Count > 0)
        {
            var again = await InstallAsync(layers, change.Absent, _end.Token);
            if (again.Failure is { } failure) return new(change, [], failure);
            Add(layers, again.Layer);
        }

        var verified = await PhaseAsync("verify", BundleLayout.Verify, layers, change.Absent, network: false, _end.Token);
        Add(layers, verified.Layer);
        if (overlay.Count > 0) layers.Add(await KeepFolderAsync(LayOverlay(overlay)));
        return new(change, layers, verified.Failure);
    }

    private Task<PhaseOutcome> InstallAsync(IReadOnlyList<Layer> layers, IReadOnlyList<string> absent, CancellationToken cancellation) =>
        PhaseAsync("install", BundleLayout.Install, layers, absent, Bundle.Manifest.Runtime.InstallNetwork, cancellation);

    private async Task<PhaseOutcome> PhaseAsync(
        string phase, string script, IReadOnlyList<Layer> layers, IReadOnlyList<string> absent, bool network, CancellationToken cancellation)
    {
        var limits = Bundle.Manifest.Limits;
        var spec = new SessionSpec { Layers = layers, Absent = absent, Limits = BoxLimits.ForInstall(limits), HostNetwork = network };
        var command = new Command { Arguments = [$"{BoxPaths.Workspace}/{script}"], Phase = phase, Wall = limits.Install };
        return await Crowd.RunAsync(spec, () => PhaseAsync(spec, command, cancellation), cancellation);
    }

    private async Task<(PhaseOutcome Outcome, Pace Pace)> PhaseAsync(SessionSpec spec, Command command, CancellationToken cancellation)
    {
        await using var session = await Sandbox.OpenAsync(spec, cancellation);
        var result = await session.RunAsync(Side.Learner, command, cancellation);
        if (result.Ending is Ending.EngineFault fault) throw new SandboxException($"{command.Phase}: {fault.Reason}");
        var outcome = result.Succeeded
            ? new PhaseOutcome(Noted(await session.KeepChangesAsync(cancellation)), null)
            : new PhaseOutcome(null, PhaseFailure.Of(command.Phase, result));
        return (outcome, Paces.Of(result.Wall / command.Wall, room: 1));
    }

    private string LayStarter()
    {
        var folder = _scratch.NewFolder();
        foreach (var (path, file) in ScratchFolder.PartOf(Bundle, BundleLayout.Starter))
            ScratchFolder.Lay(folder, path, path.StartsWith(".coursegen/runtime/", StringComparison.Ordinal) ? file with { Executable = true } : file);
        return folder;
    }

    private string LayOverlay(IReadOnlyDictionary<string, string> overlay)
    {
        var texts = _scratch.NewFolder();
        var files = new Dictionary<string, WorkspaceFile>(StringComparer.Ordinal);
        foreach (var (path, text) in overlay)
        {
            var source = System.IO.Path.Combine(texts, $"{files.Count}");
            File.WriteAllText(source, text);
            files[path] = new(source, Executable: true);
        }

        return _scratch.Lay(files);
    }

    private static void Add(List<Layer> layers, Layer? layer)
    {
        if (layer is not null) layers.Add(layer);
    }

    private sealed record PhaseOutcome(Layer? Layer, PhaseFailure? Failure);
}
