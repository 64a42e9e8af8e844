namespace CourseGen.Sandbox.Host;

/// <summary>The programs of the host that the engine is made of.</summary>
internal sealed record HostPrograms(string? Bubblewrap, string? Init, IReadOnlyList<MissingProgram> Missing)
{
    /// <summary>The search path of every script; programs elsewhere are not the distribution's.</summary>
    public const string SearchPath = "/usr/sbin:/usr/bin:/sbin:/bin";

    // Debian's package for each.
    private static readonly (string Program, string Package)[] Needed =
    [
        ("bwrap", "bubblewrap"), ("tini", "tini"), ("unshare", "util-linux"), ("nsenter", "util-linux"),
        ("setpriv", "util-linux"), ("setsid", "util-linux"), ("mount", "mount"), ("ip", "iproute2"),
        ("curl", "curl"), ("tar", "tar"), ("find", "findutils"),
    ];

    /// <summary>Looks for them all.</summary>
    public static HostPrograms Find()
    {
        var missing = from needed in Needed
                      where Find(needed.Program) is null
                      select new MissingProgram(needed.Program, needed.Package);
        return new HostPrograms(Find("bwrap"), Find("tini-static") ?? Find("tini"), [.. missing]);
    }

    /// <summary>The path of a program.</summary>
    /// <exception cref="SandboxException">There is none of that name.</exception>
    public static string Locate(string program) =>
        Find(program) ?? throw new SandboxException($"there is no program {program} on this machine");

    private static string? Find(string program) =>
        SearchPath.Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}

/// <summary>A program that is not there.</summary>
/// <param name="Name">The program.</param>
/// <param name="Package">The Debian package that brings it.</param>
internal sealed record MissingProgram(string Name, string Package);
