using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>Files that the kernel makes up as they are read.</summary>
internal static class KernelFile
{
    private const int PageSize = 4096;

    /// <summary>Reads a file; null when there is none, or it may not be read.</summary>
    /// <remarks>Without the questions and locks that files of a disk are opened with: several are read for each command.</remarks>
    public static unsafe string? Read(string path)
    {
        using var file = new SafeFileHandle(Libc.Open(path, Libc.CloseOnExecute), ownsHandle: true);
        if (file.IsInvalid)
            return null;
        var page = stackalloc byte[PageSize];
        var text = "";
        for (nint length; (length = Libc.Read(file, page, PageSize)) != 0; text += Encoding.UTF8.GetString(page, (int)length))
        {
            if (length < 0)
                return null;
        }

        return text;
    }

    /// <summary>
    /// Whether a file in memory keeps attributes of users, by which an overlay that root has not mounted marks a folder that
    /// takes another's place (Documentation/filesystems/overlayfs.rst, userxattr).
    /// </summary>
    public static bool MemoryKeepsAttributesOfUsers()
    {
        using var file = Libc.MakeMemoryFile();
        return !file.IsInvalid && Libc.SetAttribute(file, "user.coursegen");
    }

    /// <summary>Reads what there is of a file or a pipe, up to a page.</summary>
    public static unsafe string ReadPage(SafeFileHandle file)
    {
        var page = stackalloc byte[PageSize];
        return Encoding.UTF8.GetString(page, (int)Math.Max(Libc.Read(file, page, PageSize), 0));
    }
}
