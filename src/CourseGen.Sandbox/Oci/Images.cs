using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>
/// Prepares the images of an engine's containers and keeps them under names that say what they were made of, so that the
/// next engine finds them.
/// </summary>
internal sealed class Images(EngineApi api)
{
    private const string RootRepository = "coursegen-root";
    private const string BoxRepository = "coursegen-box";
    private const string CourseRepository = "coursegen-course";

    /// <summary>The image of this machine's own programs.</summary>
    public async Task<string> OfHostAsync(CancellationToken cancellation)
    {
        using var root = new MemoryStream();
        HostRoot.Write(root);
        var name = $"{RootRepository}:{Convert.ToHexStringLower(SHA256.HashData(root.ToArray()))}";
        if (await FindAsync(name, cancellation) is null)
        {
            _ = await api.PostArchiveAsync($"/images/create?fromSrc=-&repo={name}", (target, stop) =>
            {
                root.Position = 0;
                return root.CopyToAsync(target, stop);
            }, cancellation);
        }

        return IdOf(await FindAsync(name, cancellation) ?? throw new SandboxException("the engine did not keep the image of this machine"));
    }

    /// <summary>Builds an image, unless the same recipe was built before.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="SandboxException">It cannot be built; the message ends with the build's last lines.</exception>
    public async Task<string> BuildAsync(ImageRecipe recipe, CancellationToken cancellation)
    {
        var name = $"{CourseRepository}:{recipe.Digest()}";
        if (await FindAsync(name, cancellation) is { } made)
            return IdOf(made);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(recipe.Within);
        var log = new BuildLog();
        try
        {
            await api.PostArchiveAsync($"/build?{recipe.Query(name, api.Dialect)}", recipe.WriteAsync, log.Take, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SandboxException($"the image was not built within {recipe.Within}: {log.Tail}");
        }

        return log.Error is null && await FindAsync(name, cancellation) is { } image
            ? IdOf(image)
            : throw new SandboxException($"the image cannot be built: {log.Error ?? "the engine kept none"}\n{log.Tail}");
    }

    /// <summary>What the engine knows of an image; null when it has none of that name.</summary>
    public async Task<JsonNode?> FindAsync(string name, CancellationToken cancellation)
    {
        var filter = Uri.EscapeDataString(new JsonObject { ["reference"] = new JsonArray(name) }.ToJsonString());
        // The list takes names and the inspection ids too; asking for what is not there is an error only of the latter.
        var isId = name.StartsWith("sha256:", StringComparison.Ordinal);
        if (!isId && (await api.GetAsync($"/images/json?filters={filter}", cancellation)).AsArray().Count == 0)
            return null;
        return await api.GetAsync($"/images/{name}/json", cancellation);
    }

    /// <summary>An image with the boxes' users in its <c>/etc</c>.</summary>
    public async Task<string> WithUsersAsync(JsonNode image, CancellationToken cancellation)
    {
        var key = IdOf(image) + string.Concat(Accounts().Select(file => file.Text));
        var tag = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        if (await FindAsync($"{BoxRepository}:{tag}", cancellation) is { } made)
            return IdOf(made);
        var container = await api.CreateContainerAsync(Idle(IdOf(image)), cancellation);
        try
        {
            await api.PutArchiveAsync(container, "/", WriteAccountsAsync, cancellation);
            var answer = await api.PostAsync($"/commit?container={container}&repo={BoxRepository}&tag={tag}&pause=0", new JsonObject(), cancellation);
            return answer!["Id"]!.GetValue<string>();
        }
        finally
        {
            await Leftovers.RemoveContainerAsync(api, container, CancellationToken.None);
        }
    }

    /// <summary>A container of an image that is looked into or written to, and never started.</summary>
    public static JsonObject Idle(string image) => new()
    {
        ["Image"] = image,
        ["Cmd"] = new JsonArray("/bin/sh"),
        ["HostConfig"] = new JsonObject { ["NetworkMode"] = "none" },
    };

    public static string IdOf(JsonNode image) => image["Id"]!.GetValue<string>();

    /// <summary>Where an image's programs are.</summary>
    public static string SearchPathOf(JsonNode image) =>
        image["Config"]?["Env"]?.AsArray().Select(one => one!.GetValue<string>())
            .FirstOrDefault(one => one.StartsWith("PATH=", StringComparison.Ordinal))?["PATH=".Length..] ?? BoxPaths.Path;

    private static IEnumerable<(string Name, string Text)> Accounts() => PrivateEtc.OwnFiles.Where(file => file.Name is "passwd" or "group");

    private static async Task WriteAccountsAsync(Stream target, CancellationToken cancellation)
    {
        await using var archive = new TarWriter(target, TarEntryFormat.Gnu, leaveOpen: true);
        foreach (var (name, text) in Accounts())
            await archive.WriteEntryAsync(
                new GnuTarEntry(TarEntryType.RegularFile, $"etc/{name}") { Mode = ArchiveModes.Plain, DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) },
                cancellation);
    }
}
