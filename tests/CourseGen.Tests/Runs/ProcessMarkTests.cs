using CourseGen.Runs;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Only a process of this machine can be proved dead.</summary>
public sealed class ProcessMarkTests
{
    [Fact]
    public void This_process_lives() => ProcessMark.IsDead(ProcessMark.Owner(ProcessMark.Here, "x")).ShouldBeFalse();

    [Fact]
    public async Task A_killed_process_is_dead() => ProcessMark.IsDead(
        await DeadProcess.OwnerAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();

    [Fact]
    public void A_number_that_another_process_has_by_now_is_dead() => ProcessMark.IsDead(
        ProcessMark.Owner(ProcessMark.Join(ProcessMark.Machine(), Environment.ProcessId, "1"), "x")).ShouldBeTrue();

    [Theory]
    [InlineData("elsewhere|1|1|x")]
    [InlineData("")]
    [InlineData("a|b")]
    [InlineData("worker")]
    public void Of_everybody_else_nothing_is_known(string owner) => ProcessMark.IsDead(owner).ShouldBeFalse();
}
