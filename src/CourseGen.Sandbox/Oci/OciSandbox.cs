using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// The portable engine: containers over the Engine API of Docker or Podman, one for each command, all those of a session
/// around one that keeps its network and its file systems there.
/// </summary>
public sealed class OciSandbox : ISandbox
{
    private readonly EngineApi? _api;
    private readonly SessionTools? _tools;
    private readonly string _folder;
    private int _sessions;

    private OciSandbox(EngineReport report, EngineApi? api, SessionTools? tools, string folder)
    {
        Report = report;
        _api = api;
        _tools = tools;
        _folder = folder;
    }

    public EngineReport Report { get; private set; }

    /// <summary>
    /// Starts the engine: sweeps up after engines that were cut off, prepares the images, and runs two programs to see that
    /// exit statuses come back and memory is limited. Where no engine answers, this one is there but not usable, and its
    /// report says what to do.
    /// </summary>
    /// <exception cref="SandboxException">The address, the image or the work folder cannot be used.</exception>
    public static async Task<OciSandbox> StartAsync(OciOptions options, CancellationToken cancellation)
    {
        var address = EngineAddress.Parse(options.Address);
        EngineApi api;
        try
        {
            api = await EngineApi.ConnectAsync(address, cancellation);
        }
        catch (SandboxException nobody)
        {
            return new(new EngineReport(Guarantees.EngineName, "", Guarantees.Unreachable(nobody.Message)), null, null, "");
        }

        var ready = false;
        var owner = Ownership.Create();
        var folder = Path.Combine(options.WorkFolder, owner.Owner.ToString());
        try
        {
            HostFolders.MakeOwn(options.WorkFolder);
            SweepFolders(options.WorkFolder);
            await Leftovers.RemoveDeadAsync(api, owner, cancellation);
            var settings = await SettingsAsync(api, address, options, owner, cancellation);
            settings = api.Dialect.Prepare(settings, address, folder);
            var guarantees = Guarantees.Of(await api.GetAsync("/info", cancellation));
            var report = new EngineReport(Guarantees.EngineName, Guarantees.VersionOf(api.Dialect, await api.GetAsync("/version", cancellation)), guarantees)
            {
                ImageDigest = settings.ImageDigest,
            };
            var sandbox = new OciSandbox(report, api, new SessionTools(api, settings, new LayerStore(folder)), folder);
            sandbox.Report = report with { Guarantees = [.. guarantees, .. await StartProbe.AskAsync(sandbox, cancellation)] };
            ready = true;
            return sandbox;
        }
        finally
        {
            if (!ready)
                api.Dispose();
        }
    }

    /// <summary>Builds an image, unless the same recipe was built before.</summary>
    /// <returns>Its id, for <see cref="OciOptions.Image"/>.</returns>
    /// <exception cref="SandboxException">No engine answers, or it cannot be built; the message ends with the build's last lines.</exception>
    public static async Task<string> BuildImageAsync(OciOptions options, ImageRecipe recipe, CancellationToken cancellation)
    {
        using var api = await EngineApi.ConnectAsync(EngineAddress.Parse(options.Address), cancellation);
        return await new Images(api).BuildAsync(recipe, cancellation);
    }

    public async Task<Layer> KeepFolderAsync(string folder, CancellationToken cancellation)
    {
        var layers = Usable().Layers;
        using var work = layers.Work();
        return layers.Keep(await HostTrees.ReadAsync(folder, layers.Blobs, cancellation));
    }

    public Task DropAsync(IReadOnlyCollection<Layer> layers)
    {
        var store = Usable().Layers;
        return Task.Run(() => store.Drop(layers));
    }

    public async Task<ISession> OpenAsync(SessionSpec spec, CancellationToken cancellation)
    {
        _ = Usable();
        return await OpenSessionAsync(spec, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_api is null || _tools is null)
            return;
        try
        {
            await Leftovers.RemoveOfAsync(_api, _tools.Settings.Owner, CancellationToken.None);
        }
        catch (SandboxException)
        {
            // The engine has gone first; the next start sweeps up.
        }

        HostFolders.Remove(_folder);
        _api.Dispose();
    }

    /// <summary>Opens a session, whatever the report says.</summary>
    internal async Task<ISession> OpenSessionAsync(SessionSpec spec, CancellationToken cancellation)
    {
        var owner = _tools!.Settings.Owner;
        var number = Interlocked.Increment(ref _sessions).ToString(CultureInfo.InvariantCulture);
        return await OciSession.OpenAsync(_tools, $"coursegen-{owner.Boot[..8]}-{owner.Owner}-{number}", spec, cancellation);
    }

    private SessionTools Usable() => _tools is not null && Report.Usable
        ? _tools
        : throw new SandboxException("this machine cannot run the engine; " + string.Join(
            "; ", Report.Guarantees.Where(one => one is { Required: true, Holds: false }).Select(one => $"{one.Name}: {one.Remedy}")));

    private static async Task<BoxSettings> SettingsAsync(
        EngineApi api, EngineAddress address, OciOptions options, Ownership owner, CancellationToken cancellation)
    {
        var images = new Images(api);
        if (options.Image is null && !address.IsLocal)
            throw new SandboxException($"{address.Text} may be another machine, whose programs are not this one's: name an image");
        var own = address.IsLocal ? new ImageUse(await images.OfHostAsync(cancellation), [.. HostRoot.Folders]) : null;
        if (options.Image is null)
            return new(own!, own!, BoxPaths.Path, [], owner);
        var image = await images.FindAsync(options.Image, cancellation)
            ?? throw new SandboxException($"the engine at {address.Text} has no image {options.Image}");
        var box = new ImageUse(await images.WithUsersAsync(image, cancellation), []);
        var volumes = (image["Config"]?["Volumes"] as JsonObject)?.Select(one => one.Key).ToList() ?? [];
        return new(box, own ?? box, Images.SearchPathOf(image), volumes, owner) { ImageDigest = Images.IdOf(image) };
    }

    private static void SweepFolders(string workFolder)
    {
        foreach (var folder in Directory.EnumerateDirectories(workFolder))
        {
            if (Owner.IsDead(Path.GetFileName(folder)))
                HostFolders.Remove(folder);
        }
    }
}
