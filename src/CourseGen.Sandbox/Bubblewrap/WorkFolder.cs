using System.Diagnostics;
using System.Globalization;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Bubblewrap;

/// <summary>
/// An engine's own folders on the host: one with the files every session shares, and one with those of each session. A
/// janitor process removes both when the engine is gone, however that happened.
/// </summary>
internal sealed class WorkFolder : IAsyncDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan ClearingBound = TimeSpan.FromSeconds(30);

    private static readonly string[] Scripts =
    [
        "janitor.sh", "holder.sh", "enter.sh", "healthy.sh", "keep-changes.sh",
    ];

    private readonly string _root;
    private readonly Process _janitor;
    private int _sessions;
    private int _layers;

    private WorkFolder(Owner owner, string root, string sessions, IReadOnlyList<string> groups)
    {
        Owner = owner;
        _root = root;
        SessionsFolder = Path.Combine(sessions, "sessions");
        foreach (var part in new[] { SessionsFolder, LayersFolder, CopiesFolder, ScriptsFolder })
            Directory.CreateDirectory(part, Private);
        foreach (var script in Scripts)
            File.WriteAllText(Path.Combine(ScriptsFolder, script), Resources.Text(script));
        _janitor = HostProcess.Start("setsid", ["sh", Script("janitor.sh"), owner.ToString(), root, sessions, .. groups]);
    }

    public Owner Owner { get; }

    public string ScriptsFolder => Path.Combine(_root, "scripts");

    public string FilterFile => Path.Combine(_root, "filter");

    /// <summary>What hides of the host's <c>/etc</c> what is not for boxes.</summary>
    public string MaskFolder => Path.Combine(_root, "mask");

    public string SkeletonFile => Path.Combine(_root, "skeleton.tar");

    private string SessionsFolder { get; }

    private string CopiesFolder => Path.Combine(_root, "copies");

    private string LayersFolder => Path.Combine(_root, "layers");

    /// <summary>Makes the engine's folders, once those that they lie in are known to be this user's alone.</summary>
    /// <param name="groups">The folders in which its sessions have control groups.</param>
    public static WorkFolder Create(BubblewrapOptions options, IReadOnlyList<string> groups)
    {
        var owner = Owner.Create();
        List<string> folders = [.. options.Folders.Select(folder => Path.Combine(folder, owner.ToString()))];
        foreach (var folder in folders)
            Directory.CreateDirectory(folder, Private);
        return new WorkFolder(owner, folders[0], folders[^1], groups);
    }

    public string Script(string name) => Path.Combine(ScriptsFolder, name);

    /// <summary>A fresh folder for a session; its name also names the session's control groups.</summary>
    public (string Name, string Folder) NewSession()
    {
        var number = Interlocked.Increment(ref _sessions).ToString(CultureInfo.InvariantCulture);
        var folder = Path.Combine(SessionsFolder, number);
        Directory.CreateDirectory(Path.Combine(folder, "m"), Private);
        return ($"{Owner}-{number}", folder);
    }

    /// <summary>Where a session may keep copies of folders, which may be large.</summary>
    public string CopiesOf(string session) => Path.Combine(CopiesFolder, Path.GetFileName(session));

    /// <summary>Removes a session's folder and its copies.</summary>
    public void RemoveSession(string folder)
    {
        HostFolders.RemoveOwn(folder);
        if (Directory.Exists(CopiesOf(folder)))
            HostFolders.RemoveOwn(CopiesOf(folder));
    }

    /// <summary>A fresh, empty layer.</summary>
    public (Layer Layer, string Folder) NewLayer()
    {
        var layer = new Layer(Interlocked.Increment(ref _layers).ToString(CultureInfo.InvariantCulture));
        var folder = Path.Combine(LayersFolder, layer.Id);
        Directory.CreateDirectory(folder, Private);
        return (layer, folder);
    }

    /// <summary>The folder of a layer that this engine keeps.</summary>
    public string FolderOf(Layer layer)
    {
        var folder = Path.Combine(LayersFolder, layer.Id);
        if (layer.Id.Length == 0 || !layer.Id.All(char.IsAsciiDigit) || !Directory.Exists(folder))
            throw NoLayer(layer);
        return folder;
    }

    /// <summary>What is said of a layer that is not there.</summary>
    public static SandboxException NoLayer(Layer layer) => new($"this engine keeps no layer {layer.Id}");

    public async ValueTask DisposeAsync()
    {
        _janitor.StandardInput.Close();
        using var bound = new CancellationTokenSource(ClearingBound);
        try
        {
            await _janitor.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            // It goes on without us; what it cannot finish, the next engine's sweep does.
        }

        _janitor.Dispose();
    }
}
