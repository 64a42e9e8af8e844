namespace CourseGen.Sandbox.Host;

/// <summary>The scripts and lists of this folder's Scripts, which travel inside the assembly.</summary>
internal static class Resources
{
    /// <summary>The whole text of a resource.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a list, without blank ones and comments.</summary>
    public static IEnumerable<string> Lines(string name) =>
        Text(name).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
}
