using System.Text;

namespace CourseGen.Tests.Models;

/// <summary>The repertoire of <see cref="MisbehavingModel"/>.</summary>
internal static class Behaviours
{
    public const string ErrorText = "not this time";

    public const string Html = "<!doctype html><title>Welcome to the proxy</title>";

    /// <summary>The model says this.</summary>
    public static Behaviour Says(string answer) => Body(protocol => protocol.Answer(answer));

    /// <summary>The model declines.</summary>
    public static Behaviour Refuses => Body(protocol => protocol.Refusal);

    /// <summary>The model reaches its output limit in the middle.</summary>
    public static Behaviour IsCutOff => Body(protocol => protocol.Truncated);

    /// <summary>A success with this body.</summary>
    public static Behaviour Body(Func<Protocol, string> body) => Status(200, "OK", "", body);

    /// <summary>A failure.</summary>
    public static Behaviour Fails(int status, string headers = "") => Status(status, "Trouble", headers, _ => $"{{\"error\":{{\"message\":\"{ErrorText}\"}}}}");

    /// <summary>Accepts, reads, and never says a word.</summary>
    public static Behaviour Silent => (_, _, stop) => Task.Delay(Timeout.Infinite, stop);

    /// <summary>A good answer, too late.</summary>
    public static Behaviour Late(TimeSpan delay, string answer) => async (client, protocol, stop) =>
    {
        await Task.Delay(delay, stop);
        await Says(answer)(client, protocol, stop);
    };

    /// <summary>A good answer, one byte a second.</summary>
    public static Behaviour Drips(string answer) => async (client, protocol, stop) =>
    {
        var body = Encoding.UTF8.GetBytes(protocol.Answer(answer));
        await client.WriteAsync(Head(200, "OK", $"Content-Length: {body.Length}\r\n"), stop);
        for (var i = 0; i < body.Length; i++)
        {
            await client.WriteAsync(body.AsMemory(i, 1), stop);
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
    };

    /// <summary>A body that never ends.</summary>
    public static Behaviour Endless => async (client, _, stop) =>
    {
        await client.WriteAsync(Head(200, "OK", ""), stop);
        await client.WriteAsync("\""u8.ToArray(), stop);
        var chunk = Encoding.UTF8.GetBytes(new string('a', 64 * 1024));
        while (!stop.IsCancellationRequested)
            await client.WriteAsync(chunk, stop);
    };

    /// <summary>Promises a good answer and closes in its middle.</summary>
    public static Behaviour ClosesMidBody(string answer) => async (client, protocol, stop) =>
    {
        var body = Encoding.UTF8.GetBytes(protocol.Answer(answer));
        await client.WriteAsync(Head(200, "OK", $"Content-Length: {body.Length}\r\n"), stop);
        await client.WriteAsync(body.AsMemory(0, body.Length / 2), stop);
    };

    private static Behaviour Status(int status, string reason, string headers, Func<Protocol, string> body) =>
        async (client, protocol, stop) =>
        {
            var bytes = Encoding.UTF8.GetBytes(body(protocol));
            await client.WriteAsync(Head(status, reason, $"Content-Length: {bytes.Length}\r\n{headers}"), stop);
            await client.WriteAsync(bytes, stop);
        };

    private static byte[] Head(int status, string reason, string headers) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {status} {reason}\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n");
}
