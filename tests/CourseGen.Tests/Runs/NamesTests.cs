using CourseGen.Runs;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Runs;

/// <summary>Stored and served names are the same for ever; what is in this file is in people's databases.</summary>
public sealed class NamesTests
{
    [Fact]
    public void The_names_of_the_statuses_are_these()
    {
        var names = Enum.GetValues<RunStatus>().Select(RunStatusNames.Of).ToArray();

        names.ShouldBe(["active", "waiting", "succeeded", "failed", "blocked", "cancelled", "faulted"]);
        names.Select(RunStatusNames.Parse).ShouldBe(Enum.GetValues<RunStatus>());
        Should.Throw<FormatException>(() => RunStatusNames.Parse("running"));
    }

    [Fact]
    public void The_event_kinds_of_the_engine_are_these() => RunEventKinds.All.ShouldBe(
    [
        "run_created", "step_started", "step_passed", "step_failed", "step_trouble", "step_crashed", "gate_opened",
        "gate_approved", "gate_rejected", "run_succeeded", "run_failed", "run_blocked", "run_cancelled", "run_resumed",
        "run_taken_over",
    ]);

    [Fact]
    public void The_codes_with_which_the_engine_refuses_are_these() => RunRefusals.All.ShouldBe(
    [
        "run_unknown", "run_kind_unknown", "run_not_at_gate", "run_ended", "run_not_resumable", "run_being_cancelled",
        "run_not_allowed",
    ]);

    [Fact]
    public void Ids_sort_by_age_and_are_all_different()
    {
        var time = new ManualTime();
        var ids = new SortableIds(time);
        var made = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            made.Add(ids.Next("run"));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        made.Order(StringComparer.Ordinal).ShouldBe(made);
        Enumerable.Range(0, 1000).Select(_ => ids.Next("run")).Distinct().Count().ShouldBe(1000);
        made[0].ShouldMatch("^run_[0-9a-z]{26}$");
    }
}
