namespace CourseGen.Sandbox.Oci;

/// <summary>Modes of what is put into images and layers.</summary>
internal static class ArchiveModes
{
    /// <summary>A file that anybody may read.</summary>
    public const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>A program that anybody may run, or a folder that anybody may enter.</summary>
    public const UnixFileMode Open = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
