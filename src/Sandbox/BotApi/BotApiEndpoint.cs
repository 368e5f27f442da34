using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.Checks;
using KominfoBot.Sandbox.Faults;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Answers <c>/bot{token}/{method}</c> and <c>/file/bot{token}/{path}</c> as api.telegram.org does.</summary>
internal sealed class BotApiEndpoint(World world, MethodTable methods, FaultList faults, FloodGate flood, CallLog calls, RequestCheck? check)
{
    private static readonly byte[] BadGatewayPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"u8.ToArray();

    public async Task HandleAsync(HttpContext context, string token, string method)
    {
        if (Intruder(context) || !await TokenFitsAsync(context, token))
            return;
        try
        {
            if (methods.Find(method) is not var (name, run))
                throw new BotApiError(404, "Not Found: method not found");
            var request = await BotApiRequest.ReadAsync(context, world);
            check?.Check(name, request);
            var chat = ChatOf(request);
            var call = calls.Begin(name, request, chat);
            var fault = faults.Hit(name, chat);
            if (fault is not null && await StrikeAsync(context, fault, before: true))
                return;
            if (name.StartsWith("send", StringComparison.Ordinal) && name != "sendChatAction" && chat is not null && flood.Check(chat.Value) is { } wait)
                throw new BotApiError(429, $"Too Many Requests: retry after {wait}") { RetryAfter = wait };
            string result;
            try
            {
                result = await run(request, context.RequestAborted);
            }
            catch (BotApiError refusal)
            {
                calls.End(call, refusal.Message);
                throw;
            }
            calls.End(call, "ok");
            check?.CheckAnswer(name, result);
            if (fault is not null && await StrikeAsync(context, fault, before: false))
                return;
            await AnswerAsync(context, 200, "{\"ok\":true,\"result\":" + result + "}");
        }
        catch (BotApiError error)
        {
            await RefuseAsync(context, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The bot hung up, as a killed one does.
        }
    }

    public async Task DownloadAsync(HttpContext context, string token, string path)
    {
        if (Intruder(context) || !await TokenFitsAsync(context, token))
            return;
        var fault = faults.Hit("download", null);
        if (fault is not null && await StrikeAsync(context, fault, before: true))
            return;
        if (world.Do(() => world.Files.FindOpen(path)) is not { } file)
        {
            await RefuseAsync(context, new BotApiError(404, "Not Found"));
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Size;
        await using var content = File.OpenRead(world.Files.BytesPath(file));
        if (fault is { Kind: FaultKind.Reset })
        {
            await content.CopyToAsync(new HalfWay(context), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>A page of another origin in somebody's browser must not act as the bot: the practice token is public.</summary>
    private static bool Intruder(HttpContext context)
    {
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
            return false;
        context.Response.StatusCode = 403;
        return true;
    }

    private async Task<bool> TokenFitsAsync(HttpContext context, string token)
    {
        if (token == world.Options.Token)
            return true;
        var wellFormed = token.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && token[..colon].All(char.IsAsciiDigit) && token.Length > colon + 10;
        await RefuseAsync(context, wellFormed ? new BotApiError(401, "Unauthorized") : new BotApiError(404, "Not Found"));
        return false;
    }

    private static long? ChatOf(BotApiRequest request) =>
        long.TryParse(request.Text("chat_id"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Does the fault's part before or after the effect; true when nothing more is to be answered.</summary>
    private static async Task<bool> StrikeAsync(HttpContext context, Fault fault, bool before)
    {
        if (fault.Kind == FaultKind.Delay)
        {
            if (before)
                await Task.Delay(fault.Delay, TimeProvider.System, context.RequestAborted);
            return false;
        }
        if (before == fault.TakesEffect)
            return false;
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests:
                throw new BotApiError(429, $"Too Many Requests: retry after {fault.RetryAfter}") { RetryAfter = fault.RetryAfter };
            case FaultKind.ServerError:
                throw new BotApiError(500, "Internal Server Error");
            case FaultKind.Refuse:
                throw new BotApiError(fault.Code, fault.Description) { MigrateToChatId = fault.MigrateToChatId };
            case FaultKind.BadGateway:
                context.Response.StatusCode = 502;
                context.Response.ContentType = "text/html";
                await context.Response.Body.WriteAsync(BadGatewayPage, context.RequestAborted);
                return true;
            case FaultKind.BrokenJson:
                await AnswerAsync(context, 200, "{\"ok\":true,\"result\":{\"message_id\":");
                return true;
            default:
                context.Abort();
                return true;
        }
    }

    private static Task RefuseAsync(HttpContext context, BotApiError error)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = error.Code, ["description"] = error.Message };
        if (error.RetryAfter is { } wait)
        {
            json["parameters"] = new JsonObject { ["retry_after"] = wait };
            context.Response.Headers[HeaderNames.RetryAfter] = wait.ToString(CultureInfo.InvariantCulture);
        }
        if (error.MigrateToChatId is { } chat)
            json["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        return AnswerAsync(context, error.Code, json.ToJsonString());
    }

    private static async Task AnswerAsync(HttpContext context, int status, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Lets the first bytes of a download through, then breaks the connection.</summary>
    private sealed class HalfWay(HttpContext context) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await context.Response.Body.WriteAsync(buffer[..(buffer.Length / 2)], cancellationToken);
            await context.Response.Body.FlushAsync(cancellationToken);
            context.Abort();
            throw new OperationCanceledException("the download breaks here, as planned");
        }
    }
}
