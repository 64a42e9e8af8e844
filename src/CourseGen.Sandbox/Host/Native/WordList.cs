using System.Runtime.InteropServices;
using System.Text;

namespace CourseGen.Sandbox.Host.Native;

/// <summary>Words as C programs get them: pointers to texts that end with NUL, and a null pointer at the end.</summary>
internal sealed unsafe class WordList : IDisposable
{
    private readonly byte* _memory;

    public WordList(IReadOnlyList<string> words)
    {
        var pointers = (nuint)((words.Count + 1) * sizeof(byte*));
        var sizes = words.Select(word => Encoding.UTF8.GetByteCount(word) + 1).ToList();
        _memory = (byte*)NativeMemory.Alloc(pointers + (nuint)sizes.Sum(size => (long)size));
        All = (byte**)_memory;
        var at = _memory + pointers;
        for (var index = 0; index < words.Count; index++)
        {
            All[index] = at;
            var length = Encoding.UTF8.GetBytes(words[index], new Span<byte>(at, sizes[index]));
            at[length] = 0;
            at += sizes[index];
        }

        All[words.Count] = null;
    }

    public byte** All { get; }

    public void Dispose() => NativeMemory.Free(_memory);
}
