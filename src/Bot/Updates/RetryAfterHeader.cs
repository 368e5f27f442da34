#if TELEGRAM_BOT_PACKAGE
using System.Net;
using System.Text.Json.Nodes;

namespace KominfoBot.Bot.Updates;

/// <summary>The package reads the wait of a 429 from the body only; a proxy's answer has it in the header. Puts it where the package looks.</summary>
internal sealed class RetryAfterHeader : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.TooManyRequests || answer.Headers.RetryAfter?.Delta is not { } wait) return answer;
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (body.Contains("retry_after", StringComparison.Ordinal)) return answer;
        answer.Content = JsonContent.Create(new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = 429,
            ["description"] = "Too Many Requests",
            ["parameters"] = new JsonObject { ["retry_after"] = (int)Math.Ceiling(wait.TotalSeconds) },
        });
        return answer;
    }
}
#endif
