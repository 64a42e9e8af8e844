using System.Runtime.CompilerServices;

namespace CourseGen.Testing;

/// <summary>The recorded authoring of a course that adds two numbers, with the bundle it ends with, on disk.</summary>
public static class AddNumbers
{
    /// <summary>What takes the zeros in front of a number off, in the copies' reference.</summary>
    public const string StripZeros = """digits=${digits#"${digits%%[!0]*}"} digits=${digits:-0}""";

    private const string Loop = """while [ "$digits" != 0 ] && [ "${digits#0}" != "$digits" ]; do digits=${digits#0}; done""";

    // Nobody needs it, so that a mutant without it survives: one survivor too many where there are fewer mutants.
    private const string NeedlessLine = "    sign=\"\"\n";

    /// <summary>Where it lies.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Copies it into a folder, with solutions whose mutants all come to an end.</summary>
    /// <remarks>
    /// Most mutants of a loop run until a limit stops them. That is worth one test; for all others it is waiting. The stored
    /// runs in Histories go on with the solutions as they were recorded.
    /// </remarks>
    /// <param name="target">The folder.</param>
    /// <param name="wanted">Which files, by their path in the course.</param>
    public static void CopyTo(string target, Func<string, bool> wanted)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var path in Directory.EnumerateFiles(Folder, "*", all).Select(file => Path.GetRelativePath(Folder, file)).Where(wanted))
        {
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Folder, path), copy);
            File.WriteAllText(copy, WithoutLoop(File.ReadAllText(copy)));
        }
    }

    private static string WithoutLoop(string text) =>
        text.Replace(Loop, StripZeros, StringComparison.Ordinal).Replace(NeedlessLine, "", StringComparison.Ordinal);

    private static string Find([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../CourseGen.Tests/Authoring/AddNumbers"));
}
