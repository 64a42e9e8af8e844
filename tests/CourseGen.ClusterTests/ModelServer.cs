using System.Collections.Concurrent;
using System.Text.Json;
using CourseGen.App.Authoring;
using CourseGen.Models;
using CourseGen.Models.Recorded;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CourseGen.ClusterTests;

/// <summary>A question that reached the model: for which run, and what.</summary>
internal sealed record Asked(string Run, string Role);

/// <summary>
/// A model as a server on this machine, which speaks chat completions and answers from the recorded answers of the tiny
/// course. Runs are told apart by the name of the model they were set up with, questions by their instructions.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private const string Prompts = "CourseGen.App.Authoring.Prompts.";

    private readonly RecordedModel _answers;
    private readonly IReadOnlyList<(string Role, string Subject, string Text)> _questions;

    private WebApplication _web = null!;

    private ModelServer(TinyCourse course)
    {
        _answers = new(course.Folder);
        _questions = [.. Directory.EnumerateDirectories(course.Answers)
            .Where(folder => Directory.EnumerateDirectories(folder).Any())
            .Select(folder => (Path.GetFileName(folder), Path.GetFileName(Directory.EnumerateDirectories(folder).Single()), Instructions(Path.GetFileName(folder))))];
    }

    /// <summary>Every question that arrived, in order.</summary>
    public ConcurrentQueue<Asked> Asked { get; } = new();

    /// <summary>Questions whose asker went away before the answer.</summary>
    public ConcurrentQueue<Asked> Abandoned { get; } = new();

    /// <summary>Done before a question is answered; the token is cancelled when the asker goes away.</summary>
    public Func<Asked, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes an answer's JSON.</summary>
    public Func<Asked, string, string> Change { get; set; } = (_, answer) => answer;

    public string Address => _web.Urls.Single() + "/v1";

    public static async Task<ModelServer> StartAsync(TinyCourse course)
    {
        var server = new ModelServer(course);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server._web = builder.Build();
        server._web.MapPost("/v1/chat/completions", (Delegate)server.AnswerAsync);
        await server._web.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        using var request = await JsonDocument.ParseAsync(http.Request.Body);
        var system = request.RootElement.GetProperty("messages")[0].GetProperty("content").ToString();
        var (role, subject, _) = _questions.Single(question => system.Contains(question.Text, StringComparison.Ordinal));
        var asked = new Asked(request.RootElement.GetProperty("model").GetString()!, role);
        Asked.Enqueue(asked);
        try
        {
            await Before(asked, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Abandoned.Enqueue(asked);
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }

        var answer = await _answers.AskAsync(new(new QuestionId(role, subject, 1), "", "", "", ""), CancellationToken.None);
        return Results.Json(Completion(asked.Run, Change(asked, answer.Json)));
    }

    private static object Completion(string model, string text) => new
    {
        id = "completion",
        @object = "chat.completion",
        created = 0,
        model,
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = text } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    };

    private static string Instructions(string role)
    {
        using var reader = new StreamReader(typeof(AuthoringGraph).Assembly.GetManifestResourceStream($"{Prompts}{role}.md")!);
        return reader.ReadToEnd().TrimEnd();
    }
}
