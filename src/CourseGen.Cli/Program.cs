using CourseGen.Cli;

return await CommandLine.RunAsync(args, CliHost.OfThisMachine(), CancellationToken.None);
