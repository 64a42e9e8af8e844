using System.Collections.Concurrent;
using CourseGen.App.Content;
using CourseGen.App.Teaching.Git;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Courses;
using CourseGen.Runs;

namespace CourseGen.App.Teaching;

/// <summary>
/// The learners' repositories. Each is seeded with one commit and lies bare below the data folder; every save is a
/// commit on top, so nothing a learner wrote is ever overwritten.
/// </summary>
public sealed class Workspaces(string folder, TreeStore trees, IIds ids, TimeProvider time)
{
    private const string SeedReference = "refs/coursegen/seed";
    private const string Making = "making";
    private readonly string _folder = Path.GetFullPath(folder);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    /// <summary>
    /// Makes the workspace of this name, seeded from the snapshot. One that is there is left as it is; one that a crash
    /// left without its first commit is made anew, because nobody can have written to it.
    /// </summary>
    /// <returns>The seed's commit.</returns>
    public Task<string> SeedAsync(string name, Snapshot snapshot, CancellationToken cancellation) => LockedAsync(name, async () =>
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (await IsMadeAsync(name, cancellation)) return await SeedOfAsync(Find(name), cancellation);
        // Made aside and moved into place whole.
        var aside = $"{FolderOf(name)}.{ids.Next(Making)}";
        var made = await GitRepository.InitAsync(aside, cancellation);
        var seed = await made.CommitAsync(null, await SeedChangesAsync(snapshot, cancellation), SeedSignature(snapshot), cancellation);
        await made.KeepAsync(SeedReference, seed, cancellation);
        Directory.Move(aside, FolderOf(name));
        return seed;
    }, cancellation);

    /// <summary>Where a workspace's repository lies, to be cloned from and pushed to.</summary>
    /// <exception cref="LearningRefusedException">The name can be none of a workspace.</exception>
    public string FolderOf(string name) =>
        name?.Length is > 0 and <= 120 && name.All(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-')
            ? Path.Combine(_folder, name + ".git")
            : throw Unknown();

    /// <summary>The commit that work goes on from.</summary>
    /// <exception cref="LearningRefusedException">There is no such workspace.</exception>
    public async Task<string> HeadAsync(string name, CancellationToken cancellation) =>
        await Find(name).FindCommitAsync(GitRepository.Main, cancellation) ?? throw Unknown();

    /// <summary>The commit with this id.</summary>
    /// <exception cref="LearningRefusedException">The workspace has none.</exception>
    public async Task<string> FindCommitAsync(string name, string id, CancellationToken cancellation) =>
        (GitRepository.IsId(id) ? await Find(name).FindCommitAsync(id, cancellation) : null)
        ?? throw new LearningRefusedException(LearningRefusals.CommitUnknown, $"The workspace has no commit '{id}'.");

    /// <summary>The files of a commit.</summary>
    /// <param name="commit">Null: what the workspace holds now.</param>
    public async Task<IReadOnlyList<GitFile>> ListAsync(string name, string? commit, CancellationToken cancellation) =>
        await Find(name).ListAsync(commit ?? await HeadAsync(name, cancellation), cancellation);

    /// <summary>The content of one file.</summary>
    /// <param name="commit">Null: what the workspace holds now.</param>
    /// <exception cref="LearningRefusedException">There is no such file.</exception>
    public async Task<byte[]> ReadAsync(string name, string path, string? commit, CancellationToken cancellation)
    {
        var file = (await ListAsync(name, commit, cancellation)).FirstOrDefault(one => one.Path == path)
            ?? throw new LearningRefusedException(LearningRefusals.FileUnknown, $"The workspace has no file '{path}'.");
        return await Find(name).ReadAsync(file, (int)BundleLayout.MaxFileBytes, cancellation);
    }

    /// <summary>Saves files as one commit. Saving what is there already makes no commit.</summary>
    /// <returns>The commit that holds what was saved.</returns>
    /// <exception cref="LearningRefusedException">A path is not allowed, or a file was changed since it was read.</exception>
    public Task<string> SaveAsync(string name, WorkspaceSave save, CancellationToken cancellation) =>
        LockedAsync(name, () => SaveUnlockedAsync(name, save, cancellation), cancellation);

    /// <summary>Goes back to the seed. What was there before stays on a branch that is made first.</summary>
    /// <returns>The branch that keeps what was there.</returns>
    public Task<string> ResetAsync(string name, CancellationToken cancellation) => LockedAsync(name, async () =>
    {
        var head = await HeadAsync(name, cancellation);
        var branch = $"before-reset-{head[..12]}";
        await Find(name).KeepAsync($"refs/heads/{branch}", head, cancellation);
        await SaveUnlockedAsync(name, new([], "Reset to the starter", FromSeed: true), cancellation);
        return branch;
    }, cancellation);

    /// <summary>The branches of a workspace.</summary>
    public Task<IReadOnlyList<string>> ListBranchesAsync(string name, CancellationToken cancellation) => Find(name).ListBranchesAsync(cancellation);

    /// <summary>Holds on to a commit for good, whatever happens to the branches.</summary>
    internal Task KeepAsync(string name, string what, string commit, CancellationToken cancellation) =>
        Find(name).KeepAsync($"refs/coursegen/{what}", commit, cancellation);

    /// <summary>The repository of a workspace.</summary>
    internal GitRepository Find(string name) => new(FolderOf(name));

    /// <summary>Throws away a workspace that no learner has: one of certification.</summary>
    internal Task DiscardAsync(string name, CancellationToken cancellation) => LockedAsync(name, () =>
    {
        if (Directory.Exists(FolderOf(name))) Directory.Delete(FolderOf(name), recursive: true);
        return Task.FromResult(true);
    }, cancellation);

    // What a crash left aside is thrown away; a repository in its place is only ever moved.
    private async Task<bool> IsMadeAsync(string name, CancellationToken cancellation)
    {
        foreach (var left in Directory.CreateDirectory(_folder).GetDirectories($"{name}.git.{Making}_*"))
            left.Delete(recursive: true);
        if (!Directory.Exists(FolderOf(name))) return false;
        if (await Find(name).HasReferencesAsync(cancellation)) return true;
        Directory.Move(FolderOf(name), $"{FolderOf(name)}.{ids.Next("unborn")}");
        return false;
    }

    private async Task<string> SaveUnlockedAsync(string name, WorkspaceSave save, CancellationToken cancellation)
    {
        var repository = Find(name);
        var head = await HeadAsync(name, cancellation);
        var seed = save.FromSeed ? await SeedOfAsync(repository, cancellation) : null;
        var files = await repository.ListAsync(head, cancellation);
        var edits = new WorkspaceEdits(
            files,
            save.Base is null || save.Base == head ? files : await ListAsync(name, await FindCommitAsync(name, save.Base, cancellation), cancellation),
            seed is null ? files : await repository.ListAsync(seed, cancellation));
        return edits.Plan(save.Edits) is { } changes
            ? await repository.CommitAsync(head, changes, new("Learner", save.Message, time.GetUtcNow()), cancellation, seed)
            : head;
    }

    private async Task<IReadOnlyList<GitChange>> SeedChangesAsync(Snapshot snapshot, CancellationToken cancellation)
    {
        var changes = new List<GitChange>();
        foreach (var file in (await trees.FindAsync(snapshot.Content.Learner.Value, cancellation)).Files)
            changes.Add(new(file.Path, await trees.ReadAsync(file, cancellation), GitFile.ModeOf(file)));
        return changes;
    }

    // The time is the snapshot's, so that the same snapshot always seeds the same commit.
    private static GitSignature SeedSignature(Snapshot snapshot) =>
        new("CourseGen", $"{snapshot.Title}, version {snapshot.Version}", snapshot.FrozenAt);

    private static async Task<string> SeedOfAsync(GitRepository repository, CancellationToken cancellation) =>
        await repository.FindCommitAsync(SeedReference, cancellation) ?? throw new GitException("The workspace has lost its first commit.");

    private async Task<T> LockedAsync<T>(string name, Func<Task<T>> work, CancellationToken cancellation)
    {
        var gate = _locks.GetOrAdd(name, _ => new(1));
        await gate.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    private static LearningRefusedException Unknown() =>
        new(LearningRefusals.EnrollmentUnknown, "There is no such workspace.");
}
