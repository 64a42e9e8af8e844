namespace CourseGen.Sandbox;

/// <summary>The file system of an image, unpacked on this machine. It stays at least until it is disposed of.</summary>
public sealed class ImageRoot : IDisposable
{
    private readonly string _mark;

    internal ImageRoot(string folder, string digest, string searchPath, string mark)
    {
        Folder = folder;
        Digest = digest;
        SearchPath = searchPath;
        _mark = mark;
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>The image's digest.</summary>
    public string Digest { get; }

    /// <summary>The image's search path for programs.</summary>
    public string SearchPath { get; }

    /// <summary>Says that this user of it has gone.</summary>
    public void Dispose() => File.Delete(_mark);
}
