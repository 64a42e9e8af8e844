using System.Text.Json;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Cli;

/// <summary>The commands on a real course in the real sandbox.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TinyCourse _course = new();

    [Fact]
    public async Task A_valid_bundle_is_valid_and_nothing_is_run()
    {
        var json = _course.Beside("check.json");
        var call = await Invocation.RunNothingAsync("bundle", "check", _course.Folder, "--json", json);
        call.Exit.ShouldBe(0, call.Progress);
        call.Results.ShouldContain("✓ Valid  Build a greeter");
        Read(json).GetProperty("verdict").GetString().ShouldBe("valid");
    }

    [Fact]
    public async Task A_sound_course_is_certified()
    {
        var (json, html) = (_course.Beside("evidence.json"), _course.Beside("evidence.html"));
        var call = await Invocation.RunAsync("certify", _course.Folder, "--data", _course.Beside("data"), "--json", json, "--html", html, "--seed", "9");
        call.Exit.ShouldBe(0, call.Results + call.Progress);
        call.Results.ShouldContain("✓ Certified  Build a greeter");
        call.Progress.ShouldContain("reference on greet/");
        Read(json).GetProperty("verdict").GetString().ShouldBe("certified");
        Read(json).GetProperty("mutation").GetProperty("seed").GetInt32().ShouldBe(9);
        File.ReadAllText(html).ShouldContain("<strong>Certified.</strong>");
        Directory.GetFiles(Path.GetDirectoryName(json)!).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_course_whose_naive_solution_is_right_is_refused()
    {
        _course.Write("variants/naive/files/greet.sh", TinyCourse.Reference);
        var json = _course.Beside("evidence.json");
        var call = await Invocation.RunAsync("certify", _course.Folder, "--data", _course.Beside("data"), "--json", json, "--reruns", "1");
        call.Exit.ShouldBe(1, call.Progress);
        call.Results.ShouldContain("✗ Refused");
        call.Results.ShouldContain("naive_passes_hidden");
        Read(json).GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ShouldContain("naive_passes_hidden");
    }

    [Fact]
    public async Task A_learner_is_told_what_was_sent_and_hidden_checks_keep_their_secrets()
    {
        var json = _course.Beside("grade.json");
        var call = await Invocation.RunAsync("grade", _course.Folder, "--workspace", _course.Workspace(TinyCourse.Naive), "--json", json);
        call.Exit.ShouldBe(1, call.Progress);
        call.Results.ShouldContain("hidden checks do not yet");
        call.Results.ShouldNotContain("Bob");
        File.ReadAllText(json).ShouldNotContain("Hello, Bob");
        Read(json).GetProperty("deliverables")[0].GetProperty("visible").GetProperty("outcome").GetString().ShouldBe("passed");
    }

    [Fact]
    public async Task A_learner_who_solved_it_passes()
    {
        var call = await Invocation.RunAsync("grade", _course.Folder, "--workspace", _course.Workspace(TinyCourse.Reference));
        call.Exit.ShouldBe(0, call.Results + call.Progress);
        call.Results.ShouldContain("Everything passes");
    }

    [Fact]
    public async Task Nobody_is_graded_by_a_course_that_its_own_reference_fails()
    {
        _course.Write("variants/reference/files/greet.sh", TinyCourse.Naive);
        var call = await Invocation.RunAsync("grade", _course.Folder, "--workspace", _course.Workspace(TinyCourse.Naive));
        call.Exit.ShouldBe(2);
        call.Progress.ShouldContain("own reference does not pass");
    }

    [Fact]
    public async Task A_next_step_names_the_place_that_the_command_was_given()
    {
        var data = _course.Beside("ada's data");
        var call = await Invocation.RunNothingAsync("runs", "show", "run_nowhere", "--data", data);
        call.Exit.ShouldBe(2, call.Results);
        // Wherever the line is broken.
        string.Concat(call.Progress.Where(letter => !char.IsWhiteSpace(letter))).ShouldContain($"coursegenrunslist--data'{_course.Beside(@"ada'\''sdata")}'");
    }

    [Fact]
    public async Task The_doctor_names_the_engines()
    {
        var call = await Invocation.RunAsync("doctor");
        call.Results.ShouldContain("bubblewrap");
        call.Results.ShouldContain("oci");
        call.Exit.ShouldBe(0, call.Results);
    }

    public void Dispose() => _course.Dispose();

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;
}
