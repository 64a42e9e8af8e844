using CourseGen.Domain.Courses;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Publishing;

public sealed class CourseStandingTests
{
    [Theory]
    [InlineData(LinkedRun.Active, null, "drafting", "active", "generation")]
    [InlineData(LinkedRun.Waiting, null, "awaiting_course_review", "awaiting_human", null)]
    [InlineData(LinkedRun.Stopped, null, "blocked", "blocked", null)]
    [InlineData(LinkedRun.Succeeded, null, "ready_to_publish", "awaiting_human", null)]
    [InlineData(LinkedRun.Succeeded, LinkedRun.Active, "ready_to_publish", "active", "publish")]
    [InlineData(LinkedRun.Succeeded, LinkedRun.Stopped, "blocked", "blocked", null)]
    [InlineData(LinkedRun.Succeeded, LinkedRun.Succeeded, "published", "published", null)]
    [InlineData(LinkedRun.Active, LinkedRun.Stopped, "blocked", "blocked", null)]
    [InlineData(null, LinkedRun.Active, "ready_to_publish", "active", "publish")]
    [InlineData(null, LinkedRun.Succeeded, "published", "published", null)]
    [InlineData(null, null, "ready_to_publish", "awaiting_human", null)]
    public void A_course_stands_where_its_runs_say(LinkedRun? authoring, LinkedRun? publishing, string stage, string status, string? operation)
    {
        var standing = CourseStanding.Of(authoring, publishing);

        CourseNames.Of(standing.Stage).ShouldBe(stage);
        CourseNames.Of(standing.Status).ShouldBe(status);
        (standing.Operation is { } done ? CourseNames.Of(done) : null).ShouldBe(operation);
    }

    [Fact]
    public void What_the_authoring_run_does_is_told() =>
        CourseStanding.Of(LinkedRun.Active, null, CourseOperation.Revision).Operation.ShouldBe(CourseOperation.Revision);
}
