using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Updates;

/// <summary>One call that the bot made.</summary>
public sealed record ApiCall(string Method, JsonObject Fields, IReadOnlyList<string> Files)
{
    public long ChatId => long.Parse(Fields["chat_id"]!.ToString(), CultureInfo.InvariantCulture);
    public string Text => Fields["text"]!.ToString();
    public override string ToString() => $"{Method} {Fields.ToJsonString()}";
}

/// <summary>How the server answers a call.</summary>
public sealed record ApiReply(int Status, string Body, string? RetryAfter = null, bool Reset = false, Task? After = null)
{
    public static ApiReply Ok(string result) => new(200, $$"""{"ok":true,"result":{{result}}}""");
    public static ApiReply Error(int code, string description, string? parameters = null)
        => new(code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{(parameters is null ? "" : ",\"parameters\":" + parameters)}}}""");
    public static ApiReply TooMany(int seconds) => Error(429, $"Too Many Requests: retry after {seconds}", $$"""{"retry_after":{{seconds}}}""");
    public static ApiReply Html { get; } = new(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    /// <summary>The connection breaks; what was asked may have been done.</summary>
    public static ApiReply Lost { get; } = new(0, "", Reset: true);
    /// <summary>Answers only when the task completes.</summary>
    public static ApiReply Held(Task until) => new(0, "", Reset: true, After: until);
}

/// <summary>A Bot API server on loopback that does as it is told. Without a script it behaves like the real one, as far as the bot can see.</summary>
public sealed class ScriptedBotApi : IAsyncDisposable
{
    public const string Token = "4242424242:AAScriptedSecretScriptedSecret_-12345";

    private readonly WebApplication app;
    private readonly List<(string Method, Func<ApiCall, ApiReply?> Reply)> scripts = [];
    private readonly Channel<ApiCall> arrived = Channel.CreateUnbounded<ApiCall>();
    private readonly ConcurrentQueue<ApiCall> all = [];
    private readonly Lock gate = new();
    private readonly List<JsonObject> pending = [];
    private TaskCompletionSource more = new();
    private int messageId = 100;

    private ScriptedBotApi(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    /// <summary>All calls so far, getUpdates included.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. all];

    public IReadOnlyList<ApiCall> CallsOf(string method) => [.. all.Where(call => call.Method == method)];

    public static async Task<ScriptedBotApi> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new ScriptedBotApi(app);
        app.MapPost($"/bot{Token}/{{method}}", api.Answer);
        await app.StartAsync();
        api.Address = app.Urls.Single();
        return api;
    }

    /// <summary>Answers the next call of the method once; a script that returns null leaves the call to the next one.</summary>
    public void Next(string method, ApiReply reply) => Next(method, _ => reply);

    public void Next(string method, Func<ApiCall, ApiReply?> reply)
    {
        lock (scripts) scripts.Add((method, reply));
    }

    /// <summary>Answers every call that the script wants.</summary>
    public Func<ApiCall, ApiReply?> Always { get; set; } = _ => null;

    /// <summary>Updates that getUpdates gives until they are acknowledged.</summary>
    public void Give(params string[] updates)
    {
        lock (gate)
        {
            pending.AddRange(updates.Select(update => JsonNode.Parse(update)!.AsObject()));
            more.TrySetResult();
            more = new();
        }
    }

    /// <summary>The next call, in order of arrival, that is not about receiving updates.</summary>
    public async Task<ApiCall> Call(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        return await arrived.Reader.ReadAsync(limit.Token);
    }

    public async Task<ApiCall> Call(string method, CancellationToken cancel)
    {
        var call = await Call(cancel);
        Assert.True(call.Method == method, $"{call} where {method} was expected");
        return call;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context, string method)
    {
        var call = await Read(context.Request, method);
        all.Enqueue(call);
        if (method is not ("getUpdates" or "getMe" or "deleteWebhook" or "setWebhook")) arrived.Writer.TryWrite(call);
        var reply = Scripted(call) ?? Always(call) ?? (method == "getUpdates" ? await Updates(call, context.RequestAborted) : ApiReply.Ok(Result(call)));
        if (method == "getUpdates" && reply.Status == 200) Acknowledge(call);
        if (reply.After is { } after) await Task.WhenAny(after, Task.Delay(Timeout.Infinite, context.RequestAborted));
        if (reply.Reset)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Body.StartsWith('<') ? "text/html" : "application/json";
        if (reply.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
        await context.Response.WriteAsync(reply.Body);
    }

    private ApiReply? Scripted(ApiCall call)
    {
        // One call at a time: while one looks through the scripts, another would find none.
        lock (scripts)
        {
            for (var at = 0; at < scripts.Count; at++)
            {
                if (scripts[at].Method != call.Method || scripts[at].Reply(call) is not { } reply) continue;
                scripts.RemoveAt(at);
                return reply;
            }
            return null;
        }
    }

    private async Task<ApiReply> Updates(ApiCall call, CancellationToken aborted)
    {
        while (!aborted.IsCancellationRequested)
        {
            Task wake;
            lock (gate)
            {
                Acknowledge(call);
                if (pending.Count > 0 || call.Fields["timeout"]?.GetValue<int>() == 0) return ApiReply.Ok(new JsonArray([.. pending.Select(update => update.DeepClone())]).ToJsonString());
                wake = more.Task;
            }
            await Task.WhenAny(wake, Task.Delay(Timeout.Infinite, aborted));
        }
        return ApiReply.Lost;
    }

    /// <summary>What the offset confirms is forgotten, also when a script answers.</summary>
    private void Acknowledge(ApiCall call)
    {
        lock (gate)
            if (call.Fields["offset"] is { } offset) pending.RemoveAll(update => update["update_id"]!.GetValue<long>() < offset.GetValue<long>());
    }

    private string Result(ApiCall call) => call.Method switch
    {
        "getMe" => """{"id":4242424242,"is_bot":true,"first_name":"Uji","username":"uji_kominfo_bot"}""",
        "sendMessage" => Message(call, $"\"text\":{JsonSerializer.Serialize(call.Text)}"),
        "sendPhoto" => Message(call, Photo(0)),
        "sendDocument" => Message(call, """ "document":{"file_id":"doc","file_unique_id":"d"} """),
        "sendMediaGroup" => "[" + string.Join(',', JsonNode.Parse(call.Fields["media"]!.ToString())!.AsArray().Select((_, index) => Message(call, Photo(index)))) + "]",
        "editMessageText" or "editMessageReplyMarkup" => Message(call, "\"text\":\"\""),
        _ => "true",
    };

    private static string Photo(int index) => $$""" "photo":[{"file_id":"fresh-{{index}}","file_unique_id":"u{{index}}","width":90,"height":60}] """;

    private string Message(ApiCall call, string content)
        => $$"""{"message_id":{{(call.Fields["message_id"] is { } edited ? edited.ToString() : Interlocked.Increment(ref messageId).ToString(CultureInfo.InvariantCulture))}},"date":1784080000,"chat":{"id":{{call.ChatId}},"type":"private"},{{content}}}""";

    private static async Task<ApiCall> Read(HttpRequest request, string method)
    {
        if (!request.HasFormContentType)
        {
            using var reader = new StreamReader(request.Body);
            var text = await reader.ReadToEndAsync();
            return new(method, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), []);
        }
        var form = await request.ReadFormAsync();
        return new(method, new(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString())))), [.. form.Files.Select(file => file.Name)]);
    }
}
