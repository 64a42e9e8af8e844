using CourseGen.App.Bundles;
using CourseGen.Domain.Bundles;

namespace CourseGen.Tests.Teaching;

/// <summary>A whole bundle in a handful of shell scripts: one deliverable, a program that greets.</summary>
internal static class TinyCourse
{
    public const string Starter = "#!/bin/sh\n# Print the greeting.\nexit 1\n";
    public const string Reference = "#!/bin/sh\nset -eu\nprintf 'Hello, %s!\\n' \"$1\"\n";
    public const string Naive = "#!/bin/sh\necho 'Hello, World!'\n";
    public const string Partial = "#!/bin/sh\necho 'Hi'\n";

    private const string Manifest =
        """
        format: 1
        slug: tiny-greeting
        title: A tiny greeting
        summary: A program that greets whoever it is told to.
        surface: command
        stack: { language: Shell }
        limits: { suite: 20s, cpu: 10s }
        deliverables:
          - id: greet
            title: Greet
            owns: [greet.sh]
            promises:
              - { id: greets, text: The program greets whoever it is told to, checks: [greets_world, greets_ada] }
            visible: { report: coursegen }
            hidden: { report: coursegen }
        """;

    // The status of a check is decided in shell, so that the bundle needs nothing but a shell.
    private const string Check =
        """
        #!/bin/sh
        set -u
        said=$(as-learner sh greet.sh "@NAME@" 2>/dev/null)
        state() { if [ "$1" = "$2" ]; then echo passed; else echo failed; fi; }
        first=$(if [ -n "$said" ]; then echo passed; else echo failed; fi)
        second=$(state "$said" "Hello, @NAME@!")
        printf '{"tests":[{"id":"@FIRST@","title":"Says something","status":"%s"},{"id":"@SECOND@","title":"Greets by name","status":"%s","message":"the secret is @NAME@","diagnostics":["expected Hello, @NAME@!","hint: use the argument"]}]}' "$first" "$second" > "$COURSEGEN_REPORT"
        [ "$first" = passed ] && [ "$second" = passed ]

        """;

    /// <summary>Writes the bundle into a folder and reads it.</summary>
    public static Bundle Write(string folder)
    {
        void File(string path, string text) => WriteFile(Path.Combine(folder, path), text);
        File("course.yaml", Manifest);
        File("starter/README.md", "# Greet\n\nWrite the program.\n");
        File("starter/Dockerfile", "FROM scratch\n");
        File("starter/.coursegen/runtime/install.sh", "#!/bin/sh\nexit 0\n");
        File("starter/.coursegen/runtime/verify.sh", "#!/bin/sh\nsh -n greet.sh\n");
        File("starter/greet.sh", Starter);
        File("starter/notes.md", "Notes.\n");
        File("checks/greet/visible/check.sh", CheckOf("World", "says_something", "greets_world"));
        File("checks/greet/hidden/check.sh", CheckOf("Ada", "says_anything", "greets_ada"));
        File("briefs/greet.md", "# Greet\n\nPrint a greeting.\n");
        Variant("reference", "role: reference\nwhy: It greets.\n", Reference);
        Variant("naive", "role: naive\ndeliverable: greet\nbreaks: [greets]\nwhy: It always greets the world.\n", Naive);
        Variant("partial", "role: partial\ndeliverable: greet\nwhy: It says something.\n", Partial);
        return BundleReader.Read(folder);

        void Variant(string name, string yaml, string program)
        {
            File($"variants/{name}/variant.yaml", yaml);
            File($"variants/{name}/files/greet.sh", program);
        }
    }

    private static string CheckOf(string name, string first, string second) => Check
        .Replace("@NAME@", name, StringComparison.Ordinal)
        .Replace("@FIRST@", first, StringComparison.Ordinal)
        .Replace("@SECOND@", second, StringComparison.Ordinal);

    private static void WriteFile(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (path.EndsWith(".sh", StringComparison.Ordinal))
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
