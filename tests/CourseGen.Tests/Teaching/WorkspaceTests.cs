using System.Text;
using CourseGen.App.Teaching;
using CourseGen.App.Teaching.Git;
using CourseGen.Domain.Content;
using CourseGen.Domain.Courses;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Teaching;

public sealed class WorkspaceTests : IAsyncLifetime
{
    private const string Name = "enrollment_1";
    private readonly ManualTime _time = new();
    private readonly TestDatabase _database;
    private readonly School _school;
    private readonly string _folder;
    private Snapshot _snapshot = null!;

    public WorkspaceTests()
    {
        _database = new(_time);
        _school = new(_database.Database, _database.Folder, new PretendSandbox(), _time);
        _folder = Path.Combine(_database.Folder, "workspaces", $"{Name}.git");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Workspaces Workspaces => _school.Workspaces;

    public async ValueTask InitializeAsync()
    {
        var bundle = TinyCourse.Write(Path.Combine(_database.Folder, "bundle"));
        await _school.Trees.SaveAsync(bundle.Files, bundle.Folder, Stop);
        var learner = await _school.Trees.SaveListingAsync(LearnerTree.Of(bundle.Manifest, bundle.Files), Stop);
        _snapshot = await _school.Courses.AddSnapshotAsync(
            SnapshotDocument.Of(new()
            {
                Manifest = bundle.Manifest,
                Bundle = BlobId.Parse(bundle.Digest),
                Learner = BlobId.Parse(learner.Digest),
                Roster = Domain.Verdicts.Roster.Unknown,
                Evidence = BlobId.Of("none"u8),
                Engine = new("pretend", "1", null, []),
                Product = "test",
            }), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _school.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_workspace_is_seeded_with_one_commit_of_the_learners_files()
    {
        var seed = await SeedAsync();

        (await Workspaces.HeadAsync(Name, Stop)).ShouldBe(seed);
        (await TextAsync("greet.sh")).ShouldBe(TinyCourse.Starter);
        var files = await Workspaces.ListAsync(Name, null, Stop);
        files.Single(file => file.Path == "checks/greet/check.sh").Mode.ShouldBe(GitFile.ExecutableMode);
        files.ShouldNotContain(file => file.Path.Contains("hidden", StringComparison.Ordinal));
        (await GitAsync("rev-list", "--count", "main")).ShouldBe("1");
    }

    [Fact]
    public async Task The_same_snapshot_seeds_the_same_commit() =>
        (await SeedAsync()).ShouldBe(await Workspaces.SeedAsync("enrollment_2", _snapshot, Stop));

    [Fact]
    public async Task Seeding_again_leaves_what_the_learner_wrote()
    {
        var seed = await SeedAsync();
        await SaveAsync("greet.sh", "mine");

        (await SeedAsync()).ShouldBe(seed);
        (await TextAsync("greet.sh")).ShouldBe("mine");
    }

    [Fact]
    public async Task What_a_crash_left_half_made_is_made_anew()
    {
        Directory.CreateDirectory($"{_folder}.making_old/objects");
        await GitRepository.InitAsync(_folder, Stop);

        await SeedAsync();

        (await TextAsync("greet.sh")).ShouldBe(TinyCourse.Starter);
        Directory.Exists($"{_folder}.making_old").ShouldBeFalse();
    }

    [Fact]
    public async Task Every_save_is_a_commit_and_saving_nothing_new_is_none()
    {
        var seed = await SeedAsync();
        var first = await SaveAsync("greet.sh", "one");
        var again = await SaveAsync("greet.sh", "one");
        var second = await Workspaces.SaveAsync(Name, new([new("new/file", "x"u8.ToArray(), Executable: true), new("notes.md", null)], "Two"), Stop);

        again.ShouldBe(first);
        new[] { seed, first, second }.Distinct().Count().ShouldBe(3);
        (await GitAsync("rev-list", "--count", "main")).ShouldBe("3");
        var files = await Workspaces.ListAsync(Name, null, Stop);
        files.Single(file => file.Path == "new/file").Mode.ShouldBe(GitFile.ExecutableMode);
        files.ShouldNotContain(file => file.Path == "notes.md");
        (await Workspaces.ReadAsync(Name, "greet.sh", seed, Stop)).ShouldBe(Encoding.UTF8.GetBytes(TinyCourse.Starter));
    }

    [Fact]
    public async Task A_file_that_was_changed_since_it_was_read_is_not_overwritten()
    {
        var seed = await SeedAsync();
        await SaveAsync("greet.sh", "from one window");

        var refusal = await Should.ThrowAsync<LearningRefusedException>(
            () => Workspaces.SaveAsync(Name, new([new("greet.sh", "from another"u8.ToArray())], "Save", Base: seed), Stop));
        refusal.Code.ShouldBe(LearningRefusals.FileChanged);
        (await TextAsync("greet.sh")).ShouldBe("from one window");

        await Workspaces.SaveAsync(Name, new([new("notes.md", "mine"u8.ToArray())], "Save", Base: seed), Stop);
        (await TextAsync("greet.sh")).ShouldBe("from one window");
    }

    [Fact]
    public async Task Resetting_makes_a_branch_first_and_goes_on_from_there()
    {
        await SeedAsync();
        var mine = await SaveAsync("greet.sh", "mine");
        var branch = await Workspaces.ResetAsync(Name, Stop);

        (await TextAsync("greet.sh")).ShouldBe(TinyCourse.Starter);
        (await Workspaces.ListBranchesAsync(Name, Stop)).ShouldBe([branch, "main"]);
        (await GitAsync("rev-parse", branch)).ShouldBe(mine);
        (await GitAsync("rev-list", "--count", "main")).ShouldBe("3");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData(".git/config")]
    [InlineData("a/.GIT/hooks/post-commit")]
    [InlineData("a\nb")]
    [InlineData("greet.sh/below")]
    [InlineData("")]
    public async Task A_path_that_has_no_place_in_a_workspace_is_refused(string path)
    {
        var seed = await SeedAsync();

        (await Should.ThrowAsync<LearningRefusedException>(() => SaveAsync(path, "x"))).Code.ShouldBe(LearningRefusals.FileRefused);
        (await Workspaces.HeadAsync(Name, Stop)).ShouldBe(seed);
    }

    [Fact]
    public async Task Nothing_in_the_repository_is_executed()
    {
        await SeedAsync();
        var witness = Path.Combine(_database.Folder, "executed");
        var script = Path.Combine(_folder, "hooks", "reference-transaction");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        foreach (var hook in new[] { "reference-transaction", "post-commit", "update", "post-index-change" })
        {
            var path = Path.Combine(_folder, "hooks", hook);
            await File.WriteAllTextAsync(path, $"#!/bin/sh\ntouch {witness}\n", Stop);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        await File.AppendAllTextAsync(
            Path.Combine(_folder, "config"),
            $"""
            [core]
              fsmonitor = {script}
              hooksPath = {Path.Combine(_folder, "hooks")}
              sshCommand = {script}
              pager = {script}
            [filter "x"]
              clean = {script}
              smudge = {script}
              process = {script}
            [gc]
              auto = 1
            """, Stop);

        await SaveAsync(".gitattributes", "* filter=x\n");
        await SaveAsync("greet.sh", "mine");
        await Workspaces.ResetAsync(Name, Stop);

        File.Exists(witness).ShouldBeFalse();
    }

    [Fact]
    public async Task A_learner_who_pushes_adds_and_never_takes_away()
    {
        await SeedAsync();
        var clone = Path.Combine(_database.Folder, "clone");
        await PlainGit.RunAsync(_folder, ["clone", "--quiet", Workspaces.FolderOf(Name), clone], "", Stop);
        var mine = await PlainGit.CommitAsync(Path.Combine(clone, ".git"), Stop, ("100644", "greet.sh", "pushed"));

        (await PushAsync(clone, "main:main")).ShouldBe(0);
        (await Workspaces.HeadAsync(Name, Stop)).ShouldBe(mine);
        (await PushAsync(clone, "+main~1:main")).ShouldNotBe(0);
        (await PushAsync(clone, ":main")).ShouldNotBe(0);
        (await PushAsync(clone, "+main:refs/coursegen/seed")).ShouldNotBe(0);
        (await Workspaces.HeadAsync(Name, Stop)).ShouldBe(mine);
        (await SaveAsync("notes.md", "after")).ShouldNotBe(mine);
    }

    [Fact]
    public async Task Two_saves_at_once_are_both_kept()
    {
        await SeedAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SaveAsync($"file{i}", "x")));

        (await Workspaces.ListAsync(Name, null, Stop)).Count(file => file.Path.StartsWith("file", StringComparison.Ordinal)).ShouldBe(5);
        (await GitAsync("rev-list", "--count", "main")).ShouldBe("6");
    }

    [Fact]
    public async Task A_commit_that_another_writer_overtook_is_not_put_on_the_branch()
    {
        var seed = await SeedAsync();
        var mine = await SaveAsync("greet.sh", "mine");

        await Should.ThrowAsync<GitException>(() => new GitRepository(_folder).CommitAsync(seed, [], new("Somebody", "Late", _time.GetUtcNow()), Stop));
        (await Workspaces.HeadAsync(Name, Stop)).ShouldBe(mine);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("HEAD~1")]
    [InlineData("--help")]
    [InlineData("0123456789012345678901234567890123456789")]
    public async Task What_is_no_commit_of_the_workspace_is_not_found(string id)
    {
        await SeedAsync();

        (await Should.ThrowAsync<LearningRefusedException>(() => Workspaces.FindCommitAsync(Name, id, Stop))).Code.ShouldBe(LearningRefusals.CommitUnknown);
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("nobody")]
    public async Task A_workspace_that_is_not_there_is_said_to_be_unknown(string name) =>
        (await Should.ThrowAsync<LearningRefusedException>(() => Workspaces.HeadAsync(name, Stop))).Code.ShouldBe(LearningRefusals.EnrollmentUnknown);

    private Task<string> SeedAsync() => Workspaces.SeedAsync(Name, _snapshot, Stop);

    private Task<string> SaveAsync(string path, string text) =>
        Workspaces.SaveAsync(Name, new([new(path, Encoding.UTF8.GetBytes(text))], "Save"), Stop);

    private async Task<string> TextAsync(string path) => Encoding.UTF8.GetString(await Workspaces.ReadAsync(Name, path, null, Stop));

    private static Task<int> PushAsync(string clone, string what) =>
        PlainGit.StatusAsync(Path.Combine(clone, ".git"), ["push", "--quiet", "origin", what], Stop);

    private Task<string> GitAsync(params string[] arguments) => PlainGit.RunAsync(_folder, arguments, "", Stop);
}
