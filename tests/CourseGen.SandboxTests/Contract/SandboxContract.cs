using CourseGen.Sandbox;
using Shouldly;

namespace CourseGen.SandboxTests.Contract;

/// <summary>What every engine must do, whichever way it boxes a program. One test class per engine derives from it.</summary>
public abstract partial class SandboxContract(ISandbox sandbox)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ISandbox Sandbox => sandbox;

    protected Task<ISession> OpenAsync(params Layer[] layers) => OpenAsync(Sample.Limits, layers);

    protected Task<ISession> OpenAsync(Limits limits, params Layer[] layers) =>
        sandbox.OpenAsync(new SessionSpec { Layers = layers, Limits = limits }, Cancellation);

    protected static Task<CommandResult> LearnerAsync(ISession session, string script) =>
        session.RunAsync(Side.Learner, Sample.Script(script), Cancellation);

    protected static Task<CommandResult> CheckerAsync(ISession session, string script) =>
        session.RunAsync(Side.Checker, Sample.Script(script), Cancellation);

    /// <summary>Runs a script in the learner's box of a fresh session.</summary>
    protected async Task<CommandResult> RunAsync(string script, Limits? limits = null)
    {
        await using var session = await OpenAsync(limits ?? Sample.Limits);
        return await LearnerAsync(session, script);
    }

    protected static async Task ShouldSayAsync(Task<CommandResult> running, string output)
    {
        var result = await running;
        result.OutputText().TrimEnd('\n').ShouldBe(output.TrimEnd('\n'), $"{result.Ending} {result.ErrorText()}");
    }

    protected static void ShouldExit(CommandResult result, int status) =>
        result.Ending.ShouldBe(new Ending.Exited(status), $"{result.OutputText()} {result.ErrorText()}");

    protected static void ShouldBeOver(CommandResult result, LimitKind limit)
    {
        var over = result.Ending.ShouldBeOfType<Ending.OverLimit>($"{result.Ending} {result.ErrorText()}");
        over.Limit.ShouldBe(limit);
        over.Phase.ShouldBe(Sample.Phase);
    }
}
