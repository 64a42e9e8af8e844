using CourseGen.Domain.Verdicts;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Verifying;

public sealed class RunConditionsTests
{
    [Fact]
    public void The_second_run_has_another_date_at_every_hour()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            // An hour later it must still be so: a suite takes its time.
            var now = new DateTimeOffset(2026, 2, 28, hour, 0, 0, TimeSpan.Zero);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(RunConditions.OfRun(1).TimeZoneAt(now));
            foreach (var time in new[] { now, now.AddMinutes(59) })
                TimeZoneInfo.ConvertTime(time, zone).Date.ShouldNotBe(time.UtcDateTime.Date, $"{time} in {zone.Id}");
        }
    }

    [Fact]
    public void Every_zone_has_a_name_that_all_programs_know() =>
        Enumerable.Range(0, 4).Select(run => RunConditions.OfRun(run).TimeZoneAt(DateTimeOffset.UnixEpoch)).Where(zone => zone.Length > 0)
            .ShouldAllBe(zone => TimeZoneInfo.FindSystemTimeZoneById(zone).HasIanaId);
}
