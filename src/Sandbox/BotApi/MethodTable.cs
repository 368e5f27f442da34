using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Does a method's work and gives the JSON of its <c>result</c>.</summary>
internal delegate ValueTask<string> BotApiMethod(BotApiRequest request, CancellationToken stop);

/// <summary>Every method that the practice Telegram knows; names are case-insensitive, as at Telegram.</summary>
internal sealed class MethodTable
{
    private readonly Dictionary<string, (string Name, BotApiMethod Run)> methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly World world;

    public MethodTable(World world, Webhook webhook)
    {
        this.world = world;
        var messages = new BotMessages(world);
        new UpdateMethods(world, webhook).AddTo(this);
        new ProfileMethods(world, messages).AddTo(this);
        new SendMethods(world, messages).AddTo(this);
        new MediaMethods(world, messages).AddTo(this);
        new CopyMethods(messages).AddTo(this);
        new EditMethods(world, messages).AddTo(this);
        new ChatMethods(world, messages).AddTo(this);
        new FileMethods(world).AddTo(this);
    }

    public IEnumerable<string> Names => methods.Values.Select(method => method.Name);

    public (string Name, BotApiMethod Run)? Find(string name) => methods.TryGetValue(name, out var method) ? method : null;

    /// <summary>A method that waits for nothing: its work is one act of the world.</summary>
    public void Add(string name, Func<BotApiRequest, string> act) =>
        methods[name] = (name, (request, _) => ValueTask.FromResult(world.Do(() => act(request))));

    /// <summary>A method that takes the world's lock by itself.</summary>
    public void AddWaiting(string name, BotApiMethod run) => methods[name] = (name, run);
}
