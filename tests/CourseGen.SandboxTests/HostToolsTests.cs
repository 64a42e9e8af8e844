using CourseGen.Sandbox.Host;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests;

/// <summary>Which folders outside of /usr go with this machine's programs.</summary>
public sealed class HostToolsTests : IDisposable
{
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public HostToolsTests() => File.SetUnixFileMode(_folder.Path, ForAll);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_a_program_links_to_and_anybody_may_read_is_one()
    {
        Link("lib/program/register", Folder("state/program/register"));
        Link("lib/other", Folder("state/other"));
        Linked().ShouldBe([In("state/other"), In("state/program/register")]);
    }

    [Fact]
    public void What_is_private_or_elsewhere_or_no_folder_or_gone_is_none()
    {
        Link("lib/program/private", Folder("state/private"));
        Link("lib/program/within", Folder("state/private/within"));
        File.SetUnixFileMode(In("state/private"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Link("lib/program/elsewhere", Folder("elsewhere"));
        Link("lib/program/gone", In("state/gone"));
        _folder.With("state/file", "");
        Link("lib/program/file", In("state/file"));
        Link("lib/program/loop", In("lib/program"));
        Linked().ShouldBeEmpty();
    }

    private IReadOnlyList<string> Linked() => HostTools.Linked([In("lib"), In("nothing")], In("state") + "/");

    private string In(string path) => Path.Combine(_folder.Path, path);

    private string Folder(string path)
    {
        Directory.CreateDirectory(In(path));
        foreach (var on in new[] { path, Path.GetDirectoryName(path)! }.Where(one => one.Length > 0)) File.SetUnixFileMode(In(on), ForAll);
        return In(path);
    }

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.CreateSymbolicLink(In(path), target);
    }
}
