using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host;

/// <summary>Open files that are closed together.</summary>
internal sealed class OpenFiles : IDisposable
{
    private readonly List<SafeFileHandle> _handles = [];

    /// <summary>Adds one.</summary>
    public SafeFileHandle Add(SafeFileHandle handle)
    {
        _handles.Add(handle);
        return handle;
    }

    /// <summary>Leaves them all open, for whoever has them now.</summary>
    public void Release() => _handles.Clear();

    public void Dispose() => _handles.ForEach(handle => handle.Dispose());
}
