namespace CourseGen.Tests.Cli;

/// <summary>The smallest sound course, written into a folder of its own: a shell script that greets.</summary>
internal sealed class TinyCourse : IDisposable
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public const string Reference = "#!/bin/sh\necho \"Hello, ${1:-world}!\"\n";
    public const string Naive = "#!/bin/sh\necho \"Hello, Ada!\"\n";

    private const string Protocol = "#!/bin/sh\nexit 0\n";

    private const string Ask = """
        #!/bin/sh
        failed=0
        number=0
        expect() {
            number=$((number + 1))
            id=$1; title=$2; want=$3; shift 3
            got=$(as-learner ./greet.sh "$@")
            case $got in
                $want) echo "ok $number - $id $title" ;;
                *) echo "not ok $number - $id $title"; echo "  ---"; echo "  message: sent '$*', expected '$want', got '$got'"; echo "  ..."; failed=1 ;;
            esac
        }
        """;

    public TinyCourse()
    {
        Write("course.yaml", """
            format: 1
            slug: tiny-greeter
            title: Build a greeter
            summary: A program that greets whoever it is told to.
            surface: command
            stack: { language: POSIX shell }
            deliverables:
              - id: greet
                title: Greet a person
                owns: [greet.sh]
                promises:
                  - { id: greets, text: It greets whoever is named, checks: [greets_ada, greets_bob] }
                visible: { report: tap }
                hidden: { report: tap }
            """);
        Write("starter/README.md", "Make `greet.sh` greet.\n");
        Write("starter/Dockerfile", "FROM scratch\n");
        Write("starter/greet.sh", "#!/bin/sh\necho nothing yet\n");
        Write("starter/.coursegen/runtime/install.sh", Protocol);
        Write("starter/.coursegen/runtime/verify.sh", Protocol);
        Write("briefs/greet.md", "Greet whoever is named.\n");
        Write("checks/greet/visible/check.sh", $"{Ask}\nexpect says_hello 'It says hello' 'Hello*' Ada\nexpect greets_ada 'It greets Ada' 'Hello, Ada!' Ada\necho 1..2\nexit $failed\n");
        Write("checks/greet/hidden/check.sh", $"{Ask}\nexpect greets_bob 'It greets whoever is named' 'Hello, Bob!' Bob\nexpect greets_the_world 'It greets everybody' 'Hello, world!'\necho 1..2\nexit $failed\n");
        Variant("reference", "role: reference\nwhy: It does all that is asked.\n", Reference);
        Variant("partial", "role: partial\ndeliverable: greet\nwhy: It says hello to nobody.\n", "#!/bin/sh\necho Hello\n");
        Variant("naive", "role: naive\ndeliverable: greet\nbreaks: [greets]\nwhy: It knows one name.\n", Naive);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("coursegen-tiny-").FullName;

    /// <summary>A path outside the course that goes away with it.</summary>
    public string Beside(string name) => Path.Combine(Directory.CreateDirectory(Folder + "-beside").FullName, name);

    /// <summary>Writes one file of the course; shell scripts get the run bit.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (path.EndsWith(".sh", StringComparison.Ordinal)) File.SetUnixFileMode(file, Runnable);
    }

    /// <summary>A learner's workspace with this solution in it.</summary>
    public string Workspace(string solution)
    {
        var folder = Directory.CreateDirectory(Beside("work")).FullName;
        var file = Path.Combine(folder, "greet.sh");
        File.Copy(Path.Combine(Folder, "starter/README.md"), Path.Combine(folder, "README.md"), overwrite: true);
        File.WriteAllText(file, solution);
        File.SetUnixFileMode(file, Runnable);
        return folder;
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(Folder + "-beside")) Directory.Delete(Folder + "-beside", recursive: true);
    }

    private void Variant(string name, string manifest, string solution)
    {
        Write($"variants/{name}/variant.yaml", manifest);
        Write($"variants/{name}/files/greet.sh", solution);
    }
}
