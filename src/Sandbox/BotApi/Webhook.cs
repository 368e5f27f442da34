using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>
/// Delivers updates to the bot's webhook: in order within a chat, chats side by side up to max_connections, again and again until
/// it answers 2xx or the update expires.
/// </summary>
internal sealed class Webhook(World world) : IAsyncDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<long, int> failures = [];
    private Task? delivering;
    private long? lastErrorAt;
    private string? lastError;

    private string Url => world.Bot.Text("webhook:url") ?? "";

    public bool IsSet => world.Do(() => Url.Length > 0);

    public JsonObject Info()
    {
        var info = new JsonObject
        {
            ["url"] = Url,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Updates.Count,
        };
        if (Url.Length == 0)
            return info;
        if (lastErrorAt is { } at)
        {
            info["last_error_date"] = at;
            info["last_error_message"] = lastError;
        }
        info["max_connections"] = (int)(world.Bot.Get("webhook:connections")?.GetValue<long>() ?? 40);
        info["ip_address"] = "127.0.0.1";
        if (world.Updates.Allowed is { } kinds && kinds.Any())
            info["allowed_updates"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind)]);
        return info;
    }

    public void Set(string url, string? secret, int connections)
    {
        world.Bot.Set("webhook:url", url.Length == 0 ? null : JsonValue.Create(url));
        world.Bot.Set("webhook:secret", url.Length == 0 || secret is null ? null : JsonValue.Create(secret));
        world.Bot.Set("webhook:connections", url.Length == 0 ? null : JsonValue.Create((long)connections));
        (lastErrorAt, lastError) = (null, null);
        failures.Clear();
        Start();
    }

    /// <summary>Begins to deliver if a webhook is set; also after a restart of the practice Telegram.</summary>
    public void Start()
    {
        if (Url.Length > 0 && delivering is null)
            delivering = Task.Run(DeliverAllAsync);
    }

    private async Task DeliverAllAsync()
    {
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(30) };
        var running = new HashSet<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var (update, target, arrival) = world.Do(() =>
            {
                var most = (int)(world.Bot.Get("webhook:connections")?.GetValue<long>() ?? 40);
                var next = Url.Length > 0 && running.Count < most ? world.Updates.TakeForWebhook() : null;
                return (next, (Url, Secret: world.Bot.Text("webhook:secret")), world.Updates.NextArrival);
            });
            if (update is not null)
            {
                running.Add(DeliverAsync(client, update, target.Url, target.Secret));
                continue;
            }
            // A webhook that was deleted and set again announces no update; the change of the profile does.
            await Task.WhenAny([arrival, world.NextChange, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stopping.Token), .. running]);
            running.RemoveWhere(task => task.IsCompleted);
        }
        await Task.WhenAll(running);
    }

    private async Task DeliverAsync(HttpClient client, QueuedUpdate update, string url, string? secret)
    {
        string? error = null;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(update.Json)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            if (secret is not null)
                request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
            using var response = await client.SendAsync(request, stopping.Token);
            if (!response.IsSuccessStatusCode)
                error = $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (HttpRequestException broken)
        {
            error = broken.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection closed";
        }
        catch (OperationCanceledException)
        {
            error = "Read timeout expired";
        }
        if (error is not null)
            await WaitToRetryAsync(update, error);
        world.Do(() => world.Updates.Settle(update, delivered: error is null));
    }

    private async Task WaitToRetryAsync(QueuedUpdate update, string error)
    {
        var tries = world.Do(() =>
        {
            (lastErrorAt, lastError) = (world.Now, error);
            return failures[update.Place] = failures.GetValueOrDefault(update.Place) + 1;
        });
        var wait = world.Options.WebhookRetry / Math.Max(1, 16 >> Math.Min(tries, 4));
        await Task.Delay(wait, TimeProvider.System, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (delivering is not null)
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        handler.Dispose();
        stopping.Dispose();
    }
}
