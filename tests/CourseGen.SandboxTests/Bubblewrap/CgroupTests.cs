using CourseGen.Sandbox.Bubblewrap.Cgroups;
using CourseGen.SandboxTests.Contract;
using Shouldly;

namespace CourseGen.SandboxTests.Bubblewrap;

/// <summary>What is read of control groups without having any.</summary>
public sealed class CgroupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_process_that_has_no_number_here_is_none_to_end()
    {
        _folder.With("cgroup.procs", "0\n12\n0\n34\n");
        Cgroup.Listed(_folder.Path).ShouldBe([12, 34]);
    }

    [Fact]
    public void A_group_that_is_gone_lists_nothing() => Cgroup.Listed(Path.Combine(_folder.Path, "gone")).ShouldBeEmpty();

    [Theory]
    [InlineData("/user/a", "user/a")]
    [InlineData("/user/a/engine", "user/a")]
    [InlineData("/user/b/engine", "user/b/engine")]
    [InlineData("/", "")]
    public void The_group_that_was_given_is_the_one_above_where_an_engine_has_made_room(string own, string given)
    {
        _folder.With("user/a/coursegen/limits", "").With("user/b/engine/limits", "");
        CgroupV2Tree.GivenTo(_folder.Path, own).TrimEnd('/').ShouldBe(Path.Combine(_folder.Path, given).TrimEnd('/'));
    }

    public void Dispose() => _folder.Dispose();
}
