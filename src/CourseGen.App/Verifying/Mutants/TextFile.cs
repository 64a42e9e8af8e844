using CourseGen.App.Content;

namespace CourseGen.App.Verifying.Mutants;

/// <summary>A person's source among the files of a workspace.</summary>
internal static class TextFile
{
    /// <summary>The lines of a file; null when it is no text, or too large to be a person's source.</summary>
    public static IReadOnlyList<string>? Read(WorkspaceFile file) =>
        file.LinkTarget is not null || new FileInfo(file.HostPath).Length > TextLines.MaxBytes ? null : TextLines.Of(File.ReadAllBytes(file.HostPath));

    /// <summary>Writes the lines of a file.</summary>
    public static void Write(string path, IEnumerable<string> lines) => File.WriteAllBytes(path, TextLines.Join(lines));
}
