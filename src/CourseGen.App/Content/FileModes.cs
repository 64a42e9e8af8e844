namespace CourseGen.App.Content;

/// <summary>Modes of the files that are written out, whoever made them.</summary>
internal static class FileModes
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Run = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Anybody may read it, and run it if it is a program; its owner may write it.</summary>
    public static UnixFileMode Of(bool executable) => executable ? Plain | Run : Plain;
}
