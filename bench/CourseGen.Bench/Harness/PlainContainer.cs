using CourseGen.Domain.Bundles;

namespace CourseGen.Bench.Harness;

/// <summary>
/// Runs a cell as somebody without a harness does: <c>docker run</c> with the workspace and the checks, in which
/// everything is installed, built, started and checked. The image is empty; the machine's programs are mounted, so that no
/// registry is needed and both ways have the same ones.
/// </summary>
internal sealed class PlainContainer : IAsyncDisposable
{
    private readonly string _image = $"coursegen-bench:{Environment.ProcessId}";

    private const string Cell = """
        cp -r /given /work && cd /work && .coursegen/runtime/install.sh && .coursegen/runtime/verify.sh || exit 1
        .coursegen/runtime/run.sh & server=$!
        for _ in $(seq 200); do curl -fso /dev/null "http://127.0.0.1:$PORT$HEALTH" && break; sleep 0.05; done
        COURSEGEN_REPORT=/tmp/report BASE_URL="http://127.0.0.1:$PORT" /checks/check.sh >/tmp/log 2>&1
        status=$?
        kill $server
        [ -s /tmp/report ] && echo "suite ended with $status"
        """;

    public static async Task<PlainContainer> MakeAsync()
    {
        var container = new PlainContainer();
        await Shop.RunAsync("sh", ["-c", $"""
            root=$(mktemp -d) && mkdir "$root/usr" "$root/tmp" "$root/etc" && chmod 1777 "$root/tmp" &&
            for one in bin lib lib64 sbin; do ln -s "usr/$one" "$root/$one"; done &&
            tar -C "$root" -c . | docker import - {container._image} && rm -r "$root"
            """]);
        return container;
    }

    /// <summary>Runs one suite on one variant.</summary>
    public Task RunAsync(Shop shop, string variant, SuiteId suite)
    {
        var runtime = shop.Bundle.Manifest.Runtime;
        return Shop.RunAsync("docker",
        [
            "run", "--rm", "--network", "none", "-v", "/usr:/usr:ro", "-v", $"{shop.Workspace(variant)}:/given:ro", "-v", $"{Path.Combine(shop.Bundle.Folder, suite.Folder)}:/checks:ro",
            "-v", $"{Path.Combine(shop.Bundle.Folder, "checks/shared")}:/shared:ro", "-e", $"PORT={runtime.Port}", "-e", $"HEALTH={runtime.Health}", "-e", "COURSEGEN_CHECKS=/checks",
            "-e", "COURSEGEN_SHARED=/shared", "-e", "PATH=/usr/bin:/bin", _image, "/bin/sh", "-c", Cell,
        ]);
    }

    /// <summary>Runs a program in a container of its own.</summary>
    public Task RunAsync(string program) => Shop.RunAsync("docker", ["run", "--rm", "--network", "none", "-v", "/usr:/usr:ro", _image, program]);

    public async ValueTask DisposeAsync() => await Shop.RunAsync("docker", ["rmi", "--force", _image]);
}
