using System.Collections.Concurrent;
using CourseGen.App.Authoring;
using CourseGen.App.Content;
using CourseGen.Domain.Briefs;
using CourseGen.Domain.Content;
using CourseGen.Models;
using CourseGen.Models.Recorded;
using CourseGen.Runs;
using CourseGen.Sandbox;
using CourseGen.Storage;
using CourseGen.Testing;
using Shouldly;
using Xunit;

namespace CourseGen.Tests.Authoring;

/// <summary>One authoring run from recorded answers, on a database that outlives the processes which work on it.</summary>
internal sealed class Studio(Database data, ManualTime time, ISandbox sandbox, string recorded)
{
    /// <summary>The one run.</summary>
    public static readonly RunId Run = new("run_add_numbers");

    private readonly SequentialIds _ids = new();

    /// <summary>What the run is set up with, apart from the folder of its recorded answers.</summary>
    public AuthoringSetup Setup { get; init; } = new("recorded");

    /// <summary>What stands between the recorded answers and who asks for them.</summary>
    public Func<IModel, IModel> Behind { get; init; } = model => model;

    /// <summary>The plan that the creator agreed to, as a blob.</summary>
    public string? Plan { get; set; }

    /// <summary>Texts beside the brief.</summary>
    public IReadOnlyList<Attachment> Attached { get; set; } = [];

    /// <summary>Changes the brief that lies beside the answers.</summary>
    public Func<Brief, Brief> Briefed { get; init; } = brief => brief;

    /// <summary>Every question that reached the model, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RunStore Runs => new(data);

    /// <summary>Starts the run, or goes on with it, until it waits or ends. Everything but the database is new each time.</summary>
    public async Task<Run> WorkAsync(PowerCut power)
    {
        var store = new CuttingRunStore(new RunStore(data), power);
        var blobs = new CuttingBlobStore(new BlobStore(data), power);
        var kinds = new RunKinds(AuthoringSteps.Graph(new(Open, sandbox, blobs, _ids)));
        var worker = new RunWorker(_ids, time, new RunBell());
        var brief = Briefed(BriefReader.Read("brief.yaml", await File.ReadAllBytesAsync(Path.Combine(recorded, "brief.yaml"), Stop)));
        var input = new AuthoringInput(brief with { Attachments = Attached }, Setup with { RecordedFolder = recorded }, Plan);
        await new RunDesk(store, kinds, worker.Ids, worker.Bell)
            .StartAsync(new RunStart(AuthoringGraph.KindName, brief.Title, RunJson.Write(input), Run), Stop);
        return await new RunLoop(store, kinds, worker, new RunLoopOptions()).RunOneAsync(Run, Stop);
    }

    /// <summary>What the machine does after a power cut: time passes, and it starts again.</summary>
    public Task<Run> RestartAsync()
    {
        time.Advance(TimeSpan.FromSeconds(31));
        return WorkAsync(PowerCut.Never());
    }

    public RunDesk Desk() => new(Runs, new RunKinds(AuthoringSteps.Graph(new(Open, sandbox, new BlobStore(data), _ids))), _ids, new RunBell());

    public async Task<AuthoringState> StateAsync() => RunJson.Read<AuthoringState>((await Runs.FindAsync(Run, Stop))!.State);

    /// <summary>The events so far, which must be numbered without a gap.</summary>
    public async Task<IReadOnlyList<RunEvent>> EventsAsync()
    {
        var events = await Runs.ReadEventsAsync(Run, 0, 10_000, Stop);
        events.Select(one => one.Sequence).ShouldBe(Enumerable.Range(1, events.Count).Select(number => (long)number));
        return events;
    }

    /// <summary>The files of the draft as it is now, by path.</summary>
    public async Task<FileTree> TreeAsync() =>
        (await StateAsync()).Tree is { } tree ? await new TreeStore(new BlobStore(data)).FindAsync(tree, Stop) : FileTree.Empty;

    /// <summary>The questions whose answers are recorded in the database.</summary>
    public async Task<IReadOnlyList<string>> AnsweredAsync() =>
    [
        .. (await Runs.ReadCallsAsync(Run, 0, 1000, Stop)).Select(call => RunJson.Read<string>(call.Answer))
            .Select(entry => System.Text.Json.JsonDocument.Parse(entry).RootElement.GetProperty("call"))
            .Select(call => new QuestionId(call.GetProperty("role").GetString()!, call.GetProperty("subject").GetString()!, call.GetProperty("attempt").GetInt32()).ToString()),
    ];

    public Task<string?> ItemAsync(string key) => Runs.FindItemAsync(Run, key, Stop);

    /// <summary>Keeps a text and returns its name.</summary>
    public async Task<string> KeepAsync(string text) => (await new BlobStore(data).PutAsync(System.Text.Encoding.UTF8.GetBytes(text), Stop)).Value;

    public async Task<string> ReadTextAsync(string blob) =>
        System.Text.Encoding.UTF8.GetString((await new BlobStore(data).ReadAsync(Domain.Content.BlobId.Parse(blob), Stop)).Span);

    /// <summary>
    /// Where golden files are recorded, keeps the files that the product writes itself beside the answers; a person reads the
    /// difference.
    /// </summary>
    public async Task RecordAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coursegen-test-");
        await CheckOutAsync(folder.FullName);
        foreach (var file in folder.EnumerateFiles("*.yaml", SearchOption.AllDirectories))
            file.CopyTo(Path.Combine(recorded, Path.GetRelativePath(folder.FullName, file.FullName)), overwrite: true);
        folder.Delete(recursive: true);
    }

    /// <summary>How the nodes ended, in order: <c>node passed</c>, or <c>node failed</c> with its codes.</summary>
    public async Task<IReadOnlyList<string>> EndingsAsync() =>
    [
        .. (await EventsAsync()).Where(one => one.Kind is RunEventKinds.StepPassed or RunEventKinds.StepFailed)
            .Select(one => $"{one.Step} {(one.Kind == RunEventKinds.StepPassed ? "passed" : "failed " + Codes(one))}"),
    ];

    /// <summary>Writes the draft as it is now into a folder.</summary>
    public async Task CheckOutAsync(string folder)
    {
        var trees = new TreeStore(new BlobStore(data));
        await trees.CheckoutAsync(await trees.FindAsync((await StateAsync()).Tree!, Stop), folder, Stop);
    }

    private static string Codes(RunEvent failed) =>
        string.Join(' ', RunJson.Read<System.Text.Json.JsonElement>(failed.Payload).GetProperty("codes").EnumerateArray().Select(one => one.GetString()));

    private ModelGateway Open(AuthoringSetup setup) =>
        new(new AskedModel(Behind(new RecordedModel(setup.RecordedFolder!)), Asked),
            new GatewaySettings { Prices = new(setup.Price is { } price ? [price] : []), RecordTo = setup.RecordTo }, time);
}
