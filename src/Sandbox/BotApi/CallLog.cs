using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>The last calls of the bot, for tests and the machine pane; getUpdates is left out.</summary>
internal sealed class CallLog(World world)
{
    private const int Kept = 5000;
    private readonly List<BotCall> calls = [];
    private long number;

    public IReadOnlyList<BotCall> Recent => world.Do(() => calls.ToList());

    public long Begin(string method, BotApiRequest request, long? chat)
    {
        if (method == "getUpdates")
            return -1;
        return world.Do(() =>
        {
            var parameters = new JsonObject();
            foreach (var (name, value) in request.Parameters)
                parameters[name] = value.DeepClone();
            if (calls.Count >= Kept)
                calls.RemoveRange(0, Kept / 2);
            calls.Add(new BotCall(number, method, chat, parameters.ToJsonString(), world.Clock.GetUtcNow(), null));
            return number++;
        });
    }

    public void End(long call, string outcome)
    {
        if (call < 0)
            return;
        world.Do(() =>
        {
            var index = calls.FindLastIndex(item => item.Number == call);
            if (index < 0)
                return;
            calls[index] = calls[index] with { Outcome = outcome };
            world.Announce("call", _ => new JsonObject { ["method"] = calls[index].Method, ["chat"] = calls[index].ChatId, ["outcome"] = outcome });
        });
    }
}
