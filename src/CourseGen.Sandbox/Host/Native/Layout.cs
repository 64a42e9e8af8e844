using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>
/// System calls that lay out files and mounts, one after the other, ready to be made by a thread that must do nothing else
/// meanwhile. They may be made any number of times.
/// </summary>
internal sealed unsafe class Layout : IDisposable
{
    private readonly Call[] _calls;
    private readonly IReadOnlyList<string> _words;
    private readonly WordList _native;

    private Layout(Call[] calls, IReadOnlyList<string> words)
    {
        _calls = calls;
        _words = words;
        _native = new WordList(words);
    }

    private enum Kind
    {
        Folder, Node, Link, File, Owner, WorkingFolder, Mount, Loopback, Open,
    }

    /// <summary>Makes the calls, up to the first that fails. Allocates nothing.</summary>
    /// <returns>How many succeeded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Make()
    {
        for (var index = 0; index < _calls.Length; index++)
        {
            if (!Make(ref _calls[index], _native.All))
                return index;
        }

        return _calls.Length;
    }

    /// <summary>Whether a number of successful calls is all of them.</summary>
    public bool IsAll(int calls) => calls == _calls.Length;

    /// <summary>What a call was to do, for a message.</summary>
    public string Describe(int index)
    {
        var call = _calls[index];
        return call.Kind == Kind.Mount ? $"mount {_words[call.Word + 1]} on {_words[call.Word]}" : $"{call.Kind} {_words[call.Word]}";
    }

    /// <summary>What the calls have opened, in their order, for whoever asks first.</summary>
    public IReadOnlyList<SafeFileHandle> TakeOpened()
    {
        var opened = new List<SafeFileHandle>();
        foreach (ref var call in _calls.AsSpan())
        {
            if (call is not { Kind: Kind.Open, Number: > 0 })
                continue;
            opened.Add(new SafeFileHandle((nint)call.Number, ownsHandle: true));
            call.Number = 0;
        }

        return opened;
    }

    public void Dispose()
    {
        foreach (var opened in TakeOpened())
            opened.Dispose();
        _native.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Make(ref Call call, byte** words)
    {
        var first = words[call.Word];
        return call.Kind switch
        {
            Kind.Folder => LayoutCalls.MakeFolder(first, (uint)call.Number) == 0 || ThreadCalls.LastError() == LayoutCalls.ErrorExists,
            Kind.Node => LayoutCalls.MakeNode(first, (uint)call.Number, call.Other) == 0,
            Kind.Link => LayoutCalls.MakeLink(words[call.Word + 1], first) == 0,
            Kind.File => LayoutCalls.WriteFile(first, (uint)call.Number, words[call.Word + 1], (nint)call.Other),
            Kind.Owner => LayoutCalls.ChangeOwner(first, (int)call.Number, (int)call.Number) == 0,
            Kind.WorkingFolder => LayoutCalls.ChangeFolder(first) == 0,
            Kind.Mount => LayoutCalls.Mount(words[call.Word + 1], first, words[call.Word + 2], (nuint)call.Number, words[call.Word + 3]) == 0,
            Kind.Open => LayoutCalls.OpenKept(first, out call.Number),
            _ => LayoutCalls.RaiseLoopback(),
        };
    }

    /// <summary>What is to be laid out.</summary>
    internal sealed class Builder
    {
        private readonly List<Call> _calls = [];
        private readonly List<string> _words = [];

        /// <summary>Makes a folder, if there is none.</summary>
        public void AddFolder(string path, UnixFileMode mode) => Add(Kind.Folder, (ulong)mode, 0, path);

        /// <summary>Makes a pipe or a device.</summary>
        /// <param name="kind">The kernel's number of the kind of file.</param>
        public void AddNode(string path, UnixFileMode mode, uint kind, int major, int minor) =>
            Add(Kind.Node, (ulong)mode | kind, ((ulong)major << 8) | (uint)minor, path);

        /// <summary>Makes a symbolic link.</summary>
        public void AddLink(string path, string target) => Add(Kind.Link, 0, 0, path, target);

        /// <summary>Makes a file.</summary>
        public void AddFile(string path, UnixFileMode mode, string text) => Add(Kind.File, (ulong)mode, (ulong)Encoding.UTF8.GetByteCount(text), path, text);

        /// <summary>Gives something to a user.</summary>
        public void AddOwner(string path, int owner) => Add(Kind.Owner, (ulong)owner, 0, path);

        /// <summary>Goes to a folder, from which paths without a slash at their beginning are taken.</summary>
        public void GoTo(string path) => Add(Kind.WorkingFolder, 0, 0, path);

        /// <summary>Mounts something.</summary>
        /// <param name="flags">The kernel's flags.</param>
        /// <param name="data">The file system's own options.</param>
        public void AddMount(string source, string target, string type, ulong flags, string data) => Add(Kind.Mount, flags, 0, target, source, type, data);

        /// <summary>Opens something as a place, or a namespace, to come back to.</summary>
        public void Open(string path) => Add(Kind.Open, 0, 0, path);

        /// <summary>Lets a fresh network reach itself.</summary>
        public void RaiseLoopback() => Add(Kind.Loopback, 0, 0, "network");

        public Layout Build() => new([.. _calls], _words);

        private void Add(Kind kind, ulong number, ulong other, params ReadOnlySpan<string> words)
        {
            _calls.Add(new Call { Kind = kind, Number = number, Other = other, Word = _words.Count });
            _words.AddRange(words);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Call
    {
        public Kind Kind;
        public int Word;
        public ulong Number;
        public ulong Other;
    }
}
