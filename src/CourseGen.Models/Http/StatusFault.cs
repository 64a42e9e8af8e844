using System.Net;
using System.Net.Http.Headers;

namespace CourseGen.Models.Http;

/// <summary>What a status that is no success means. Providers use the same ones; 529 is Anthropic's "overloaded".</summary>
internal static class StatusFault
{
    public static ModelFault Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelFault.Unauthorized,
        HttpStatusCode.TooManyRequests => ModelFault.RateLimited,
        HttpStatusCode.RequestEntityTooLarge => ModelFault.TooLarge,
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict => ModelFault.Unavailable,
        >= HttpStatusCode.InternalServerError => ModelFault.Unavailable,
        _ => ModelFault.BadRequest,
    };

    /// <summary>The wait that a Retry-After header asks for, as seconds or as a date; never negative.</summary>
    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
