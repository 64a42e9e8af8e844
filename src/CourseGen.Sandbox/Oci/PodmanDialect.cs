using System.Globalization;
using System.Text.Json.Nodes;
using CourseGen.Sandbox.Host;

namespace CourseGen.Sandbox.Oci;

/// <summary>Podman's service for programs that speak Docker's API, as of its version 4.3.</summary>
internal sealed class PodmanDialect : Dialect
{
    private const string Size = "size=";

    // A file system that nobody writes to.
    private const string Nothing = "ro,size=64k,mode=755";

    // What it gives every container, and Docker does not.
    private static readonly string[] OwnVariables = ["TERM", "container"];

    // It knows no limit on the number of files of a container's own file system in memory, and no owner.
    private static readonly string[] UnknownOptions = ["nr_inodes=", "uid=", "gid="];

    public override string Name => "podman";

    /// <remarks>Two that name the same volumes wait for each other for ever.</remarks>
    public override int CreatesAtOnce => 1;

    public override JsonObject Container(JsonObject container)
    {
        container["UnsetEnv"] = new JsonArray([.. OwnVariables.Select(name => JsonValue.Create(name))]);
        if (container["HostConfig"] is not JsonObject host)
            return container;
        // One that joins another's network has a name of its own here; Docker refuses to be told one.
        if (host["NetworkMode"]?.GetValue<string>().StartsWith("container:", StringComparison.Ordinal) == true)
            container["Hostname"] = BoxFlags.HostName;
        if (host["MaskedPaths"] is JsonArray hidden)
            host["SecurityOpt"]!.AsArray().Add($"mask={string.Join(':', Texts(hidden))}");
        if (host["ReadonlyRootfs"]?.GetValue<bool>() == true)
            CoverTemporary(host);
        return container;
    }

    /// <remarks>It takes a size for a quota of its disk's; a number of pages it leaves to the kernel.</remarks>
    public override string VolumeOptions(string options) => string.Join(',', options.Split(',').Select(option =>
        option.StartsWith(Size, StringComparison.Ordinal) ? $"nr_blocks={Pages(option[Size.Length..])}" : option));

    /// <remarks>By itself it runs a build's commands in the machine's own network, whatever else it is told.</remarks>
    public override string BuildNetwork(bool isThere) =>
        $"nsoptions={Uri.EscapeDataString("""[{"Name":"network","Host":false}]""")}{(isThere ? "" : "&networkmode=NetworkDisabled")}";

    /// <remarks>
    /// It reads the system calls that are allowed from a file, so that it has to be on the same machine; and it shows
    /// containers the machine's hosts unless there is a file in their place.
    /// </remarks>
    public override BoxSettings Prepare(BoxSettings settings, EngineAddress address, string folder)
    {
        if (!address.IsLocal)
            throw new SandboxException($"{address.Text} is Podman, which has to be told by a file which system calls are allowed: use its socket, on its own machine");
        Directory.CreateDirectory(folder);
        return settings with { Seccomp = Write("seccomp.json", settings.Seccomp), HostsFile = Write("hosts", PrivateEtc.Hosts) };

        string Write(string name, string text)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, text);
            return file;
        }
    }

    /// <summary>
    /// Covers the file systems without a limit that it lays over <c>/run</c>, <c>/tmp</c> and <c>/var/tmp</c> of a read-only
    /// container: with the volume that such a container has at <c>/tmp</c>, or with nothing.
    /// </summary>
    private static void CoverTemporary(JsonObject host)
    {
        var binds = host["Binds"]!.AsArray();
        var own = new JsonObject { ["/run"] = Nothing };
        if (Texts(binds).Select(bind => bind.Split(':')).FirstOrDefault(bind => bind[1] == "/tmp") is [var volume, _, var how])
            binds.Add($"{volume}:/var/tmp:{how}");
        else
            (own["/tmp"], own["/var/tmp"]) = (Nothing, Nothing);
        foreach (var (path, options) in host["Tmpfs"]?.AsObject() ?? [])
            own[path] = Understood(options!.GetValue<string>());
        host["Tmpfs"] = own;
    }

    /// <remarks>One that cannot have an owner is everybody's.</remarks>
    private static string Understood(string options)
    {
        var words = options.Split(',');
        var kept = words.Where(word => !UnknownOptions.Any(unknown => word.StartsWith(unknown, StringComparison.Ordinal))).ToList();
        return string.Join(',', kept.Count == words.Length ? kept : [.. kept, "mode=1777"]);
    }

    private static long Pages(string bytes)
    {
        var page = Environment.SystemPageSize;
        return (long.Parse(bytes, CultureInfo.InvariantCulture) + page - 1) / page;
    }

    private static IEnumerable<string> Texts(JsonArray texts) => texts.Select(text => text!.GetValue<string>());
}
