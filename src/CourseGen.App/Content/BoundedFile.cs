namespace CourseGen.App.Content;

/// <summary>Files from outside, whose length nobody knows before they are read: a device has none, and a file may grow.</summary>
public static class BoundedFile
{
    /// <summary>The content of a file. Of one that is too long it is one byte more than the most, and nothing beyond is read.</summary>
    public static ReadOnlyMemory<byte> Read(string path, int most)
    {
        using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var piece = new byte[16 * 1024];
        int count;
        while ((count = file.Read(piece, 0, (int)Math.Min(piece.Length, most + 1 - content.Length))) > 0) content.Write(piece, 0, count);
        return content.ToArray();
    }
}
