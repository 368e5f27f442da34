using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>A server on a loopback port that records calls and answers what the test says.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public const string Token = "123456:SECRET-token";

    private readonly WebApplication app;

    private LoopbackServer(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>The answers in order; the last one stays.</summary>
    public ConcurrentQueue<Answer> Answers { get; } = new();

    public static async Task<LoopbackServer> Start(params Answer[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new LoopbackServer(builder.Build());
        foreach (var answer in answers)
            server.Answers.Enqueue(answer);
        server.app.Run(server.Handle);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        server.Address = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public TelegramBotClient Bot(int retryCount = 0) => new(new TelegramBotClientOptions(Token, Address) { RetryCount = retryCount });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Handle(HttpContext context)
    {
        var request = context.Request;
        var call = new Call(request.Method, request.Path.Value!, request.ContentType);
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            foreach (var (name, value) in form)
                call.Fields[name] = value.ToString();
            foreach (var file in form.Files)
            {
                using var reader = new StreamReader(file.OpenReadStream());
                call.Files[file.Name] = (file.FileName, await reader.ReadToEndAsync(context.RequestAborted));
            }
        }
        else
        {
            using var reader = new StreamReader(request.Body);
            call.Body = await reader.ReadToEndAsync(context.RequestAborted);
        }
        Calls.Enqueue(call);
        Answer? answer;
        while (!(Answers.Count > 1 ? Answers.TryDequeue(out answer) : Answers.TryPeek(out answer))) { }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await answer.Write(context);
    }

    internal sealed class Call(string method, string path, string? contentType)
    {
        public string Method => method;

        public string Path => path;

        public string? ContentType => contentType;

        public string Body { get; set; } = "";

        public Dictionary<string, string> Fields { get; } = [];

        public Dictionary<string, (string FileName, string Content)> Files { get; } = [];
    }

    internal sealed record Answer(int Status, string ContentType, Func<HttpContext, Task> Write)
    {
        public Dictionary<string, string> Headers { get; init; } = [];

        public static Answer Ok(string result) => Json(200, $$"""{"ok":true,"result":{{result}}}""");

        public static Answer Json(int status, string body) => Text(status, "application/json", body);

        public static Answer Text(int status, string contentType, string body) => new(status, contentType, context => context.Response.WriteAsync(body, context.RequestAborted));

        /// <summary>Begins to answer and breaks the connection off.</summary>
        public static Answer Broken(string begin) => new(200, "application/json", async context =>
        {
            context.Response.ContentLength = begin.Length + 1000;
            await context.Response.WriteAsync(begin, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        /// <summary>Begins to answer and says nothing more until the caller leaves.</summary>
        public static Answer Silent(string begin) => new(200, "application/json", async context =>
        {
            if (begin.Length > 0)
            {
                await context.Response.WriteAsync(begin, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
            var left = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        });
    }
}
