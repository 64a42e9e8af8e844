using System.Diagnostics;
using System.Text;
using CourseGen.Sandbox;

namespace CourseGen.SandboxTests.Attacks;

/// <summary>Runs one attack on one engine, and looks at everything afterwards.</summary>
internal sealed class AttackRun(Attack attack, Lane lane, Surroundings surroundings, CancellationToken cancellation)
{
    private static readonly TimeSpan LeavingBound = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterBound = TimeSpan.FromSeconds(20);

    // What support/check.sh reports of every program here: a wrong answer, and no harm to the checker.
    private const string HonestVerdict = "fail unharmed";

    private readonly Record _record = new(attack);

    public async Task<Outcome> RunAsync()
    {
        using var leaked = surroundings.Canaries.OpenWithoutCare();
        await using (var session = await OpenAsync(attack.Limits))
        {
            await AttackAsync(session);
            _record.Breach(lane.Swollen().Select(process => $"a process of the engine has grown: {process}"));
            await LookAroundAsync(session);
        }

        await LeaveAsync();
        await LookAfreshAsync();
        _record.Breach(surroundings.Harmed());
        return _record.Close();
    }

    private Task<ISession> OpenAsync(AttackLimits limits)
    {
        var spec = new SessionSpec
        {
            Layers = [lane.Programs],
            Limits = lane.Relax(limits.ToLimits()),
            CheckerMounts = [new CheckerMount(surroundings.Checks, "/checks")],
            LearnerEnvironment = surroundings.Whereabouts,
        };
        return lane.OpenAsync(spec, cancellation);
    }

    private async Task AttackAsync(ISession session)
    {
        foreach (var side in SidesOf(attack))
        {
            string[] program = attack.Side == Place.Called
                ? ["/bin/sh", "/checks/check.sh", Corpus.ProgramOf(attack)]
                : [Corpus.ProgramOf(attack), "attack"];
            var result = await RunAsync(session, side, "attack", attack.Limits.Wall, program);
            _record.Expect($"attack, {side}", result);
            if (attack.Side == Place.Called)
                await JudgeAsync(session, result);
            if (attack.Again)
                await RunAsync(session, side, "again", AfterBound, [Corpus.ProgramOf(attack), "again"]);
        }
    }

    /// <summary>An honest check must have said that the program failed, and must not have come to harm.</summary>
    private async Task JudgeAsync(ISession session, CommandResult result)
    {
        var verdict = await lane.ReadAsync(session, "verdict", cancellation) is CollectedFile.Content content
            ? Encoding.UTF8.GetString(content.Bytes.Span).Trim() : "none";
        if (verdict != HonestVerdict)
            _record.Breach($"the report says '{verdict}', not '{HonestVerdict}'");
        var over = result.LearnerLimit is { } limit ? limit.Limit.ToString().ToLowerInvariant() : null;
        if (over != attack.LearnerLimit)
            _record.Breach($"the called program went over {over ?? "no limit"}, not over {attack.LearnerLimit ?? "no limit"}");
    }

    /// <summary>Whatever happened, both boxes of the session still start, and its reports can be read.</summary>
    private async Task LookAroundAsync(ISession session)
    {
        var learner = await RunAsync(session, Side.Learner, "afterwards", AfterBound, ["/bin/true"]);
        if (attack.Ending == "exit 0" && !learner.Succeeded)
            _record.Breach($"the learner's box starts no more: {Record.NameOf(learner.Ending)}");
        var checker = await RunAsync(session, Side.Checker, "afterwards", AfterBound, ["/bin/true"]);
        if (!checker.Succeeded)
            _record.Breach($"the checker's box starts no more: {Record.NameOf(checker.Ending)}");
        foreach (var name in attack.Collect)
        {
            switch (await lane.ReadAsync(session, name, cancellation))
            {
                case CollectedFile.Content content:
                    _record.Breach($"the report {name} was read: {content.Bytes.Length} bytes");
                    _record.Scan($"report {name}", Encoding.UTF8.GetString(content.Bytes.Span), surroundings.SecretsFrom(Side.Learner));
                    break;
                case CollectedFile.Missing:
                    _record.Breach($"the report {name} was never laid");
                    break;
            }
        }
    }

    private async Task LeaveAsync()
    {
        var clock = Stopwatch.StartNew();
        var left = await lane.LeftoversAsync();
        while (left.Count > 0 && clock.Elapsed < LeavingBound)
        {
            await Task.Delay(Interval, cancellation);
            left = await lane.LeftoversAsync();
        }

        _record.Breach(left.Select(one => $"left over: {one}"));
    }

    /// <summary>A fresh session looks exactly as one did before any attack.</summary>
    private async Task LookAfreshAsync()
    {
        await using (var session = await OpenAsync(new AttackLimits()))
        {
            var seen = await Surroundings.LookAsync(session, cancellation);
            if (surroundings.Pristine is { } pristine && seen != pristine)
                _record.Breach($"a later run sees a difference: {Difference(pristine, seen)}");
            if (attack.Next)
                await RunAsync(session, SidesOf(attack)[0], "next", AfterBound, [Corpus.ProgramOf(attack), "next"]);
        }

        await LeaveAsync();
    }

    private async Task<CommandResult> RunAsync(ISession session, Side side, string what, TimeSpan wall, IReadOnlyList<string> program)
    {
        var command = new Command { Arguments = program, Phase = what, Wall = lane.Relax(wall), Environment = surroundings.Whereabouts };
        var result = await session.RunAsync(side, command, cancellation);
        _record.Note($"{what}, {side}", result, surroundings.SecretsFrom(attack.Side == Place.Called ? Side.Learner : side));
        return result;
    }

    private static Side[] SidesOf(Attack attack) => attack.Side switch
    {
        Place.Learner => [Side.Learner],
        Place.Both => [Side.Learner, Side.Checker],
        _ => [Side.Checker],
    };

    private static string Difference(string before, string after) =>
        string.Join("; ", after.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal).Select(line => $"+{line}")
            .Concat(before.Split('\n').Except(after.Split('\n'), StringComparer.Ordinal).Select(line => $"-{line}")).Take(10));
}
