using CourseGen.Sandbox.Bubblewrap;
using CourseGen.SandboxTests.Bubblewrap;

// A process of its own that owns an engine, to be killed by a test; otherwise the test runner.
return args is [EngineOwner.Mode, var workFolder]
    ? await EngineOwner.RunAsync(new BubblewrapOptions { WorkFolder = workFolder })
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
