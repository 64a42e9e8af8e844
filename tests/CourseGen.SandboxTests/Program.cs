using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Sandbox.Oci;
using CourseGen.SandboxTests.Contract;

// A process of its own that owns an engine, to be killed by a test; otherwise the test runner.
return args switch
{
    [EngineOwner.Mode, "oci", var workFolder] =>
        await EngineOwner.RunAsync(await OciSandbox.StartAsync(new OciOptions { WorkFolder = workFolder }, CancellationToken.None)),
    [EngineOwner.Mode, "bubblewrap", var workFolder, var sessionsFolder] =>
        await EngineOwner.RunAsync(await BubblewrapSandbox.StartAsync(new() { WorkFolder = workFolder, SessionsFolder = sessionsFolder }, CancellationToken.None)),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
