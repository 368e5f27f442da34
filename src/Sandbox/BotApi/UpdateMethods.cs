using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>getUpdates with long polling, and the webhook's three methods.</summary>
internal sealed partial class UpdateMethods(World world, Webhook webhook)
{
    private readonly Lock gate = new();
    private TaskCompletionSource<string>? poller;

    public void AddTo(MethodTable table)
    {
        table.AddWaiting("getUpdates", GetUpdates);
        table.Add("setWebhook", SetWebhook);
        table.Add("deleteWebhook", DeleteWebhook);
        table.Add("getWebhookInfo", _ => webhook.Info().ToJsonString());
    }

    private async ValueTask<string> GetUpdates(BotApiRequest request, CancellationToken stop)
    {
        if (webhook.IsSet)
            throw BotApiError.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        var limit = (int)Math.Clamp(request.Integer("limit") ?? 100, 1, 100);
        var timeout = TimeSpan.FromSeconds(Math.Clamp(request.Integer("timeout") ?? 0, 0, 50));
        var terminated = BecomePoller();
        try
        {
            world.Do(() => Begin(request));
            world.Wake();
            // A bot in the same program polls on until it is stopped itself; once a second is enough then.
            if (world.Stopping.IsCancellationRequested)
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stop);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, world.Stopping);
            var ends = Task.Delay(timeout, TimeProvider.System, ending.Token);
            while (true)
            {
                var (batch, next) = world.Do(() => (world.Updates.Peek(limit), world.Updates.NextArrival));
                if (terminated.Task.IsCompleted)
                    throw BotApiError.Conflict(await terminated.Task);
                if (batch.Count > 0 || ends.IsCompleted)
                    return Join(batch);
                await Task.WhenAny(next, ends, terminated.Task);
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            lock (gate)
            {
                if (poller == terminated)
                    poller = null;
            }
        }
    }

    /// <summary>The newest poller wins; an older one that still waits is told so.</summary>
    private TaskCompletionSource<string> BecomePoller()
    {
        var mine = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            poller?.TrySetResult("terminated by other getUpdates request; make sure that only one bot instance is running");
            poller = mine;
        }
        return mine;
    }

    private void Begin(BotApiRequest request)
    {
        world.Updates.Polls++;
        if (request.Json("allowed_updates") is JsonArray kinds)
            world.Updates.Allow(kinds.Select(kind => kind!.GetValue<string>()));
        if (request.Integer("offset") is { } offset)
            world.Updates.Confirm(offset);
    }

    private static string Join(List<QueuedUpdate> batch)
    {
        var json = new StringBuilder("[");
        foreach (var update in batch)
        {
            if (json.Length > 1)
                json.Append(',');
            json.Append(update.Json);
        }
        return json.Append(']').ToString();
    }

    private string SetWebhook(BotApiRequest request)
    {
        var url = request.Text("url") ?? "";
        var secret = request.Text("secret_token");
        if (secret is not null && !Secret().IsMatch(secret))
            throw BotApiError.BadRequest("secret token contains unallowed characters");
        if (request.Integer("max_connections") is < 1 or > 100)
            throw BotApiError.BadRequest("max_connections must be between 1 and 100");
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw BotApiError.BadRequest("bad webhook: invalid URL specified");
        if (request.Json("allowed_updates") is JsonArray kinds)
            world.Updates.Allow(kinds.Select(kind => kind!.GetValue<string>()));
        if (request.Flag("drop_pending_updates"))
            world.Updates.DropAll();
        lock (gate)
            poller?.TrySetResult("terminated by setWebhook request");
        webhook.Set(url, secret, (int)(request.Integer("max_connections") ?? 40));
        return "true";
    }

    private string DeleteWebhook(BotApiRequest request)
    {
        if (request.Flag("drop_pending_updates"))
            world.Updates.DropAll();
        webhook.Set("", null, 40);
        return "true";
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,256}$", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
