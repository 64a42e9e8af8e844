using CourseGen.App.Authoring;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Verdicts;
using CourseGen.Runs;
using Shouldly;

namespace CourseGen.Tests.Authoring;

/// <summary>A state of the authoring graph and what led there, without any step being carried out.</summary>
internal sealed class Course
{
    private readonly AuthoringGraph _graph = new(new Dictionary<string, IStep<AuthoringState>>(StringComparer.Ordinal));

    private Move<AuthoringState> _move;

    public Course() => _move = _graph.Decide(null, new Happening.Started(RunJson.Write(new AuthoringInput(
        new Brief { Title = "Add", Problem = "Add numbers", Outcomes = ["Can add"] }, new("recorded")))));

    public AuthoringState State => _move.State;

    public Next Next => _move.Next;

    /// <summary>The step that comes next.</summary>
    public string Step => Next.ShouldBeOfType<Next.ToStep>().Step;

    /// <summary>The gate at which the run waits.</summary>
    public string Gate => Next.ShouldBeOfType<Next.AtGate>().Gate;

    public Next.Blocked Blocked => Next.ShouldBeOfType<Next.Blocked>();

    public static Finding Finding(string code, string log = "", params string[] checks) =>
        new(code, "add", "naive", $"{code} was found.", "Mend it.", new("add/hidden", checks, log));

    /// <summary>A course that waits at the first gate.</summary>
    public static Course AtFirstGate() => new Course().Until(null);

    /// <summary>A course whose next step is this one, and in which nothing failed.</summary>
    public static Course Before(string step) => new Course().Until(step);

    /// <summary>The next step passes, as far as a step of that name can.</summary>
    public Course Passes(NodeOutcome? outcome = null) => Decide(new Happening.StepEnded(Step, new StepResult.Passed(RunJson.Write(outcome ?? Sound(Step)))));

    public Course Fails(params Finding[] findings) =>
        Decide(new Happening.StepEnded(Step, new StepResult.Failed([.. findings.Select(one => one.Code)], RunJson.Write(new NodeOutcome { Findings = findings }))));

    public Course Fails(string code) => Fails(Finding(code));

    /// <summary>A repair that changed something passes.</summary>
    public Course IsRepaired(string digest) => Passes(new() { Tree = $"tree of {digest}", Digest = digest });

    public Course Approves(string gate) => Decide(new Happening.GateDecided(gate, true, null, "ada"));

    public Course Rejects(string gate, string? comment) => Decide(new Happening.GateDecided(gate, false, comment, "ada"));

    public Course IsResumed() => Decide(new Happening.Resumed("ada"));

    /// <summary>Puts another state in place, to stand where no course comes by itself.</summary>
    public Course With(Func<AuthoringState, AuthoringState> change)
    {
        _move = _move with { State = change(_move.State) };
        return this;
    }

    public Course Until(string? step)
    {
        while (Next is Next.ToStep to && to.Step != step) Passes();
        return this;
    }

    private Course Decide(Happening happening)
    {
        // Through JSON, as the state is stored between any two happenings.
        _move = _graph.Decide(RunJson.Read<AuthoringState>(RunJson.Write(State)), happening);
        return this;
    }

    private static NodeOutcome Sound(string step) => step switch
    {
        Node.Planning => new() { Plan = "the plan" },
        Node.AuthoringRuntime => new() { Tree = "the tree", Digest = "digest 1" },
        Node.AuthoringTests => new() { Tree = "the tree", Digest = "digest 2" },
        Node.ReviewerTests => new() { Evidence = "the evidence", EvidencePage = "the page" },
        Node.AuthoringRepair or Node.ReviewerRepair => new() { Tree = "repaired", Digest = "digest 3" },
        _ => new(),
    };
}
