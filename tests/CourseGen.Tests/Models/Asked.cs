using System.Diagnostics;
using System.Text.Json;
using CourseGen.Models;
using Shouldly;

namespace CourseGen.Tests.Models;

/// <summary>How one question to a misbehaving server went.</summary>
internal sealed record Asked(
    Answer<Greeting>? Answer, ModelException? Fault, TimeSpan Elapsed, IReadOnlyList<CallRecord> Charged, IReadOnlyList<JsonElement> Requests)
{
    public static async Task<Asked> OfAsync(ModelGateway gateway, MisbehavingModel server, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var bill = new Bill();
        try
        {
            var answer = await gateway.AskAsync(Asking.Question, new MemoryLedger(), bill, cancellation);
            return new Asked(answer, null, watch.Elapsed, bill.Charged, server.Requests);
        }
        catch (ModelException fault)
        {
            return new Asked(null, fault, watch.Elapsed, bill.Charged, server.Requests);
        }
    }

    /// <summary>It failed like this, and the account says so.</summary>
    public void ShouldFail(ModelFault kind, AnswerRetry retry, int tries)
    {
        Fault.ShouldNotBeNull();
        Fault.Kind.ShouldBe(kind, Fault.ToString());
        Fault.Retry.ShouldBe(retry);
        Fault.Call.ShouldNotBeNull();
        (Fault.Call.Outcome, Fault.Call.Tries).ShouldBe((Fault.Code, tries));
        Charged.ShouldBe([Fault.Call]);
        // With the time over, the last request may not have come as far as the server.
        Requests.Count.ShouldBeInRange(kind == ModelFault.TimedOut ? tries - 1 : tries, tries, "the client has no retries of its own");
    }
}
