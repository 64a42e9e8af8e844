using CourseGen.Cli;
using CourseGen.Cli.Composition;

using var telemetry = Telemetry.Start();

return await CommandLine.RunAsync(args, CliHost.OfThisMachine(), CancellationToken.None);
