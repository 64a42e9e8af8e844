namespace CourseGen.Sandbox.Host.Native;

/// <summary>How full a file system is.</summary>
/// <param name="UsedBytes">Bytes in use.</param>
/// <param name="Full">Whether a program that wanted a little more will have been refused.</param>
internal readonly record struct FileSystemFill(long UsedBytes, bool Full)
{
    // A refused write rarely fills the last page: what is left must be less than one part in this many.
    private const ulong FullFraction = 64;

    /// <summary>Asks about the file system that holds a path; null when the path is gone.</summary>
    public static unsafe FileSystemFill? Of(string path)
    {
        // struct statvfs of the 64-bit C libraries: block size, fragment size, blocks, free, available, files, free files.
        var values = stackalloc ulong[32];
        if (Libc.StatVfs(path, values) != 0)
            return null;
        ulong fragment = values[1], blocks = values[2], free = values[3], files = values[5], freeFiles = values[6];
        var full = free <= blocks / FullFraction || (files > 0 && freeFiles == 0);
        return new FileSystemFill((long)((blocks - free) * fragment), full);
    }
}
