using System.Formats.Tar;
using CourseGen.Sandbox;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What a session begins with.</summary>
public sealed class SkeletonTests : IDisposable
{
    private readonly TemporaryFolder _image = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _image.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_folders_and_links_of_an_image_have_their_places_however_long_their_names_are()
    {
        var name = new string('n', 255);
        Directory.CreateDirectory(Path.Combine(_image.Path, name));
        File.CreateSymbolicLink(Path.Combine(_image.Path, "link"), $"./{name}");
        File.CreateSymbolicLink(Path.Combine(_image.Path, "var"), name);
        var root = BoxRoot.OfImage(new ImageRoot(_image.Path, "digest", "/bin", Path.Combine(_folder.Path, "mark")));
        var file = Path.Combine(_folder.Path, "skeleton.tar");
        Skeleton.Write(file, root);

        root.Folders.ShouldBe([($"/mnt/r/{name}", $"/{name}")]);
        foreach (var box in new[] { "learner", "checker" })
        {
            Entries(file).ShouldContain((TarEntryType.Directory, $"{box}/{name}", ""));
            Entries(file).ShouldContain((TarEntryType.SymbolicLink, $"{box}/link", $"./{name}"));
            Entries(file).Where(entry => entry.Name == $"{box}/var").ShouldBe([(TarEntryType.SymbolicLink, $"{box}/var", name)]);
        }
    }

    [Theory]
    [InlineData("/usr/local/share", false)]
    [InlineData("/usr2/share", true)]
    public void A_folder_of_the_host_is_mounted_once_where_nothing_else_is_mounted_in_it(string mounted, bool isOnce)
    {
        var root = BoxRoot.OfHost([mounted]);
        // Without root, a mount that came later could not be parted from the folder.
        root.Folders.Contains(("/usr", "/usr")).ShouldBe(isOnce && Environment.IsPrivilegedProcess);
        root.MountTrees.Contains(("/usr", "/usr")).ShouldBe(!isOnce || !Environment.IsPrivilegedProcess);
    }

    private static List<(TarEntryType Type, string Name, string Target)> Entries(string file)
    {
        using var archive = new TarReader(File.OpenRead(file));
        var entries = new List<(TarEntryType, string, string)>();
        while (archive.GetNextEntry() is { } entry) entries.Add((entry.EntryType, entry.Name.TrimEnd('/'), entry.LinkName));
        return entries;
    }
}
