using CourseGen.Cli;
using CourseGen.Cli.Inputs;
using CourseGen.Cli.Showing;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Tests.Teaching;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Cli;

/// <summary>Every ending has its exit code and its sentence, and what can be known beforehand is said beforehand.</summary>
public sealed class EdgeTests : IDisposable
{
    private readonly TinyCourse _course = new();

    [Theory]
    [InlineData("There is no folder", "certify", "/nowhere/at/all")]
    [InlineData("There is no folder", "bundle", "check", "/nowhere/at/all")]
    [InlineData("--image goes with an engine that is named", "certify", "COURSE", "--image", "host")]
    [InlineData("--image goes with an engine that is named", "grade", "COURSE", "--workspace", "COURSE/starter", "--image", "course")]
    [InlineData("There is no engine 'cloud'", "certify", "COURSE", "--engine", "cloud")]
    [InlineData("no such deliverable", "certify", "COURSE", "--only", "dance")]
    [InlineData("from 1 to 100", "certify", "COURSE", "--reruns", "0")]
    [InlineData("from 1 to 1000", "runs", "list", "--take", "-1")]
    [InlineData("from 1 to 1000", "runs", "list", "--take", "0")]
    [InlineData("from 1 to 256", "worker", "--parallel", "0")]
    [InlineData("in a folder that is not there", "certify", "COURSE", "--json", "/nowhere/at/all.json")]
    [InlineData("which is a folder", "certify", "COURSE", "--html", "COURSE")]
    [InlineData("name the same file", "certify", "COURSE", "--html", "COURSE/x", "--json", "COURSE/x")]
    [InlineData("--workspace", "grade", "COURSE")]
    [InlineData("There is no folder", "grade", "COURSE", "--workspace", "/nowhere/at/all")]
    [InlineData("no such deliverable", "grade", "COURSE", "--workspace", "COURSE/starter", "--deliverable", "dance")]
    [InlineData("Unrecognized", "certify", "COURSE", "--quickly")]
    public async Task Misuse_is_told_before_anything_runs(string told, params string[] args)
    {
        var call = await Invocation.RunNothingAsync([.. args.Select(arg => arg.Replace("COURSE", _course.Folder, StringComparison.Ordinal))]);
        call.Progress.ReplaceLineEndings(" ").ShouldContain(told);
        call.Progress.ShouldContain("→");
        call.Exit.ShouldBe(2);
        call.Results.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invalid_bundle_is_told_with_every_path_and_line()
    {
        _course.Write("course.yaml", "format: 1\nslug: X\ncolour: red\n");
        var json = _course.Beside("evidence.json");
        var call = await Invocation.RunNothingAsync("certify", _course.Folder, "--json", json);
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("course.yaml:2: 'slug' must be");
        call.Progress.ShouldContain("course.yaml:3: 'colour' is not a field");
        File.ReadAllText(json).ShouldContain("\"code\": \"bundle_invalid\"");
    }

    [Fact]
    public async Task A_machine_that_cannot_box_programs_is_our_fault_and_says_where_to_look()
    {
        var call = await Invocation.RunAsync((_, _) => throw new SandboxException("bwrap is not installed"), CancellationToken.None, "certify", _course.Folder);
        call.Exit.ShouldBe(3);
        call.Progress.ShouldContain("bwrap is not installed");
        call.Progress.ShouldContain("coursegen doctor");
    }

    [Fact]
    public async Task Whoever_serves_takes_the_engine_that_gives_every_guarantee()
    {
        var host = HostOf(Weak, new PretendSandbox());
        (await Engines.StartToServeAsync(host, withFewerGuarantees: false, CancellationToken.None)).Report.Guarantees.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_serves_with_fewer_guarantees_has_to_say_so()
    {
        var refusal = await Should.ThrowAsync<CommandStoppedException>(() => Engines.StartToServeAsync(HostOf(Weak, Weak), withFewerGuarantees: false, CancellationToken.None));
        refusal.ExitCode.ShouldBe(3);
        refusal.Details.ShouldBe(["memory is limited: be root"]);
        refusal.NextStep.ShouldContain("--fewer-guarantees");
        (await Engines.StartToServeAsync(HostOf(Weak, Weak), withFewerGuarantees: true, CancellationToken.None)).ShouldBeSameAs(Weak);
    }

    [Fact]
    public async Task A_bug_is_told_as_ours()
    {
        var call = await Invocation.RunAsync((_, _) => throw new InvalidOperationException("one was not two"), CancellationToken.None, "certify", _course.Folder);
        call.Exit.ShouldBe(3);
        call.Progress.ShouldContain("This is a bug in CourseGen: one was not two");
    }

    [Fact]
    public async Task Trouble_outside_is_told_as_such_and_is_no_bug()
    {
        var call = await Invocation.RunAsync(
            (_, _) => throw new OutsideTrouble("git cannot be started. Install git.", new RetryRule.Never()), CancellationToken.None, "certify", _course.Folder);
        call.Exit.ShouldBe(3);
        call.Progress.ShouldContain("git cannot be started. Install git.");
        call.Progress.ShouldNotContain("bug");
    }

    [Fact]
    public async Task A_person_who_stops_it_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        var call = await Invocation.RunAsync(
            async (_, cancellation) =>
            {
                await stop.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException("It was not stopped.");
            },
            stop.Token, "certify", _course.Folder);
        call.Exit.ShouldBe(130);
        call.Progress.ShouldContain("Stopped.");
    }

    [Fact]
    public async Task A_full_disk_is_told_as_such()
    {
        var call = await Invocation.RunNothingAsync("bundle", "check", _course.Folder, "--json", "/dev/full");
        call.Exit.ShouldBe(3);
        call.Progress.ShouldContain("--json could not be written");
        call.Progress.ShouldContain("Make room");
    }

    public void Dispose() => _course.Dispose();

    private static PretendSandbox Weak { get; } = new() { Report = new("pretend", "1", [new("memory is limited", Holds: false, Required: false, "be root")]) };

    private static CliHost HostOf(ISandbox bubblewrap, ISandbox oci)
    {
        var screen = Screen.OfText(TextWriter.Null, TextWriter.Null);
        return new(screen, (choice, _) => Task.FromResult(choice.Name == Engines.Oci ? oci : bubblewrap), TimeProvider.System, new SortableIds(TimeProvider.System));
    }
}
