using System.Text.Json.Nodes;
using CourseGen.Bench.Harness;

namespace CourseGen.Bench.Boxes;

/// <summary>A container without an engine: what starts one for Docker and Podman, with its own default settings and the machine's programs.</summary>
internal sealed class PlainRuntime : IDisposable
{
    private readonly DirectoryInfo _bundle = Directory.CreateTempSubdirectory("coursegen-bench-");
    private readonly string _program;
    private int _runs;

    private PlainRuntime(string program) => _program = program;

    public string Name => $"{_program} run";

    public static async Task<PlainRuntime> MakeAsync()
    {
        var isThere = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "crun")));
        var runtime = new PlainRuntime(isThere ? "crun" : "runc");
        await runtime.WriteAsync();
        return runtime;
    }

    public Task RunAsync() => Shop.RunAsync(_program, ["run", "--bundle", _bundle.FullName, $"coursegen-bench-{Environment.ProcessId}-{_runs++}"]);

    public void Dispose() => _bundle.Delete(recursive: true);

    private async Task WriteAsync()
    {
        await Shop.RunAsync(_program, ["spec", "--bundle", _bundle.FullName]);
        var file = Path.Combine(_bundle.FullName, "config.json");
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        spec["process"]!["terminal"] = false;
        spec["process"]!["args"] = new JsonArray("/usr/bin/true");
        spec["mounts"]!.AsArray().Add(new JsonObject { ["destination"] = "/usr", ["type"] = "bind", ["source"] = "/usr", ["options"] = new JsonArray("bind", "ro") });
        await File.WriteAllTextAsync(file, spec.ToJsonString());
        var root = _bundle.CreateSubdirectory("rootfs");
        foreach (var folder in new[] { "bin", "lib", "lib64", "sbin" }) File.CreateSymbolicLink(Path.Combine(root.FullName, folder), $"usr/{folder}");
        foreach (var folder in new[] { "usr", "proc", "dev", "sys" }) root.CreateSubdirectory(folder);
    }
}
