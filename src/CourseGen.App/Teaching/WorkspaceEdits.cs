using CourseGen.App.Teaching.Git;
using CourseGen.Domain.Content;

namespace CourseGen.App.Teaching;

/// <summary>Works out what a save has to write. Pure: it looks at listings only.</summary>
/// <param name="Head">The files that are there now.</param>
/// <param name="Base">The files the edits were made on.</param>
/// <param name="Start">The files that stay where there is no edit.</param>
internal sealed record WorkspaceEdits(IReadOnlyList<GitFile> Head, IReadOnlyList<GitFile> Base, IReadOnlyList<GitFile> Start)
{
    /// <summary>The changes to the starting files, or null when they come to what is there already.</summary>
    /// <exception cref="LearningRefusedException">An edit is not allowed, or its file was changed since it was read.</exception>
    public IReadOnlyList<GitChange>? Plan(IReadOnlyList<FileEdit> edits)
    {
        var (head, start) = (ByPath(Head), ByPath(Start));
        var result = new Dictionary<string, (string Mode, string Id)>(start, StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            edit.Check();
            RefuseIfChanged(edit.Path, head);
            result.Remove(edit.Path);
            if (Target(edit) is { } target) result[edit.Path] = target;
        }

        RefuseFilesThatAreFolders(edits, result);
        if (result.Count == head.Count && result.All(pair => head.TryGetValue(pair.Key, out var there) && there == pair.Value)) return null;
        return [.. edits.Where(edit => start.ContainsKey(edit.Path) || result.ContainsKey(edit.Path))
            .OrderBy(edit => result.ContainsKey(edit.Path)).Select(edit => edit.ToChange())];
    }

    private void RefuseIfChanged(string path, Dictionary<string, (string, string)> head)
    {
        if (ReferenceEquals(Head, Base)) return;
        var then = Base.FirstOrDefault(file => file.Path == path);
        var known = head.TryGetValue(path, out var now);
        if (known == (then is not null) && (then is null || now == (then.Mode, then.Id))) return;
        throw new LearningRefusedException(LearningRefusals.FileChanged, $"'{path}' was changed since it was read; nothing was saved.");
    }

    private static void RefuseFilesThatAreFolders(IReadOnlyList<FileEdit> edits, Dictionary<string, (string, string)> result)
    {
        var folders = result.Keys.SelectMany(FileEntry.FoldersOf).ToHashSet(StringComparer.Ordinal);
        foreach (var path in edits.Select(edit => edit.Path).Where(result.ContainsKey))
        {
            if (folders.Contains(path) || FileEntry.FoldersOf(path).Any(result.ContainsKey))
                throw new LearningRefusedException(LearningRefusals.FileRefused, $"'{path}' cannot be a file and a folder at once.");
        }
    }

    private static (string Mode, string Id)? Target(FileEdit edit) =>
        edit.ToChange() is { Content: { } content } change ? (change.Mode, GitObjects.NameOf(content.Span)) : null;

    private static Dictionary<string, (string Mode, string Id)> ByPath(IReadOnlyList<GitFile> files) =>
        files.ToDictionary(file => file.Path, file => (file.Mode, file.Id), StringComparer.Ordinal);
}
