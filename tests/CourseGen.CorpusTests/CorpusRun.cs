using System.Collections.Concurrent;
using CourseGen.App.Bundles;
using CourseGen.App.Verifying;
using CourseGen.Domain.Bundles;
using CourseGen.Domain.Verdicts;
using CourseGen.Sandbox.Bubblewrap;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.CorpusTests;

/// <summary>
/// Certifies the bundles of this run's part, several at a time, since a suite mostly waits. Each test waits for the
/// bundle it is about.
/// </summary>
public sealed class CorpusRun : IAsyncLifetime
{
    /// <summary>The collection of tests that share the run.</summary>
    public const string Collection = "corpus";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-corpus-");
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Outcome>> _outcomes = new(StringComparer.Ordinal);
    private readonly SeenCells _seen = new();
    private BubblewrapSandbox _engine = null!;
    private Task _running = Task.CompletedTask;

    // A core that a run keeps busy on purpose would slow what runs beside it, so whole runs come one after another.
    private static int AtOnce => Part.IsWhole ? 1 : 2;

    public async ValueTask InitializeAsync()
    {
        _engine = await BubblewrapSandbox.StartAsync(new BubblewrapOptions { WorkFolder = Path.Combine(_folder.FullName, "engine") }, CancellationToken.None);
        _engine.Report.Usable.ShouldBeTrue(string.Join('\n', _engine.Report.Guarantees));
        _running = Task.Run(() => RunAsync(_end.Token), CancellationToken.None);
    }

    /// <summary>What the harness said of a bundle, once it has.</summary>
    internal Task<Outcome> OutcomeOf(string bundle) => SourceOf(bundle).Task.WaitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Console.Out.WriteLineAsync(DetectionTable.Of(Part.Defective, SaidOf));
        await _engine.DisposeAsync();
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    private Outcome? SaidOf(string bundle) => SourceOf(bundle).Task is { IsCompletedSuccessfully: true } done ? done.Result : null;

    private TaskCompletionSource<Outcome> SourceOf(string bundle) => _outcomes.GetOrAdd(bundle, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private Task RunAsync(CancellationToken cancellation) =>
        Parallel.ForEachAsync(Certifications(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, token) =>
        {
            var source = SourceOf(one.Name);
            try
            {
                source.SetResult(await CertifyAsync(one.Folder(), one.Options, token));
            }
            catch (Exception wrong)
            {
                source.SetException(wrong);
            }
        });

    private IEnumerable<(string Name, Func<string> Folder, CertifyOptions Options)> Certifications() =>
    [
        .. Part.Sound.Select(bundle => (bundle.Name, Folder: new Func<string>(() => bundle.Folder), Part.OptionsOf(bundle))),
        .. Part.Defective.Select(bundle => (bundle.Name, Folder: new Func<string>(() => Lay(bundle)), Part.OptionsOf(bundle))),
    ];

    private string Lay(DefectiveBundle bundle)
    {
        var folder = Path.Combine(_folder.FullName, bundle.Name);
        bundle.LayInto(folder);
        return folder;
    }

    private async Task<Outcome> CertifyAsync(string folder, CertifyOptions options, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            // Ids that are counted, so that what a bundle makes of them is the same in every run. They are when all of it runs.
            var memory = Part.IsWhole || options.Jobs == 1 ? null : _seen;
            var certifier = new Certifier(_engine, new SequentialIds(), memory);
            var evidence = await certifier.CertifyAsync(BundleReader.Read(folder), options, null, cancellation);
            return new(evidence.Findings, TimeProvider.System.GetElapsedTime(start));
        }
        catch (BundleInvalidException invalid)
        {
            return new([.. invalid.Errors.Select(error => new Finding(FindingCode.BundleInvalid, null, null, error.ToString(), "", FindingEvidence.None))], TimeProvider.System.GetElapsedTime(start));
        }
    }
}

/// <summary>What the harness said of a bundle.</summary>
internal sealed record Outcome(IReadOnlyList<Finding> Findings, TimeSpan Took)
{
    public IReadOnlyList<string> Codes => [.. Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)];

    public override string ToString() => string.Join('\n', Findings.Select(finding => $"{finding.Code}: {finding.Message}\n{finding.Evidence.Log}"));
}

/// <summary>Shares the run among the tests.</summary>
[CollectionDefinition(CorpusRun.Collection)]
public sealed class CorpusRunCollection : ICollectionFixture<CorpusRun>;
