using System.Diagnostics;
using System.Globalization;
using System.Text;
using CourseGen.Sandbox.Host;
using CourseGen.Sandbox.Host.Native;

namespace CourseGen.Sandbox.Bubblewrap.Holders;

/// <summary>Asks a service whether it is up, by a program within the session's network (Scripts/healthy.sh).</summary>
/// <param name="namespaces">The session's, as flags of <c>nsenter</c>.</param>
internal sealed class HealthQuestion(WorkFolder work, IReadOnlyList<string> namespaces, HealthPlan plan)
{
    private const int AnswerLimit = 64 * 1024;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks until there is an answer. Blocks; for a thread of the caller's own.</summary>
    public Health Ask(CancellationToken cancellation)
    {
        var service = plan.Service;
        var clock = Stopwatch.StartNew();
        var question = Child.Start("nsenter",
        [
            .. namespaces, "--", "sh", work.Script("healthy.sh"), .. HealthScript.Arguments(Slots.Asker.ToString(CultureInfo.InvariantCulture), plan.Port, plan.Path),
        ]);
        using var pump = new Pump(question, default, AnswerLimit);
        try
        {
            while (!pump.HasExited)
            {
                pump.Turn(Turn);
                cancellation.ThrowIfCancellationRequested();
                if (service.IsCompleted)
                    return new Health.Ended(service.GetAwaiter().GetResult());
                if (clock.Elapsed > plan.Within)
                    return new Health.TimedOut(LastLine(pump.Output));
            }

            if (pump.ExitStatus() == 0)
                return new Health.Healthy(clock.Elapsed);
            throw new SandboxException($"the health question ended: {LastLine(pump.Error)}");
        }
        finally
        {
            foreach (var shell in ProcessTree.ChildrenOf(question.Id))
                _ = Libc.Kill(shell, Libc.SigKill);
        }
    }

    private static string LastLine(BoundedBuffer output) =>
        Encoding.UTF8.GetString(output.Kept.Span).Trim().Split('\n')[^1] is { Length: > 0 } line ? line : "no answer";
}
