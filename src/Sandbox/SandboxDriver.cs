using KominfoBot.Sandbox.BotApi;
using KominfoBot.Sandbox.Checks;
using KominfoBot.Sandbox.Faults;
using KominfoBot.Sandbox.Phones;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox;

/// <summary>
/// The hands and eyes of the people with the phones, for tests and for the page. An act is stored before its method returns;
/// the bot's reaction is awaited on events. Every method may be called from any thread.
/// </summary>
public sealed class SandboxDriver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly World world;
    private readonly PhoneActs acts;
    private readonly FaultList faults;
    private readonly CallLog calls;
    private readonly RequestCheck? check;

    internal SandboxDriver(World world, PhoneActs acts, FaultList faults, CallLog calls, RequestCheck? check) =>
        (this.world, this.acts, this.faults, this.calls, this.check) = (world, acts, faults, calls, check);

    /// <summary>The phones on the desk, in order.</summary>
    public IReadOnlyList<SandboxPhone> Phones => world.Do(() => world.Rooms.Phones.Select(room => room.Phone!).ToList());

    /// <summary>The clock of message dates and expiries.</summary>
    public TimeProvider Clock => world.Clock;

    /// <summary>What deviated from the Bot API's description so far; empty without <see cref="SandboxOptions.ApiDescriptionPath"/>.</summary>
    public IReadOnlyList<Finding> Findings => check?.Findings ?? [];

    /// <summary>The bot's last calls, getUpdates left out.</summary>
    public IReadOnlyList<BotCall> Calls => calls.Recent;

    /// <summary>How many updates wait for the bot.</summary>
    public int PendingUpdates => world.Do(() => world.Updates.Count);

    /// <summary>How often the bot called getUpdates since this process started; wait for it to grow to know that the bot listens.</summary>
    public long Polls => world.Do(() => world.Updates.Polls);

    /// <summary>How many planned faults have not struck yet.</summary>
    public int FaultsLeft => faults.Left;

    /// <summary>At most this many updates per getUpdates; 100 at first.</summary>
    public int UpdatesPerBatch
    {
        get => world.Do(() => world.Updates.PerBatch);
        set => world.Do(() => world.Updates.PerBatch = value);
    }

    /// <summary>Puts another phone on the desk.</summary>
    public SandboxPhone AddPhone(SandboxPhone phone)
    {
        world.Do(() => world.Rooms.Find(phone.TelegramId) ?? world.Rooms.AddPhone(phone));
        return phone;
    }

    /// <summary>Adds a group, supergroup or channel that the bot may write to.</summary>
    public void AddChat(long id, string type, string title, string? username = null) => world.Do(() => world.Rooms.AddOther(id, type, title, username));

    /// <summary>Types a message of at most 4096 units; <c>/start code</c> is what a deep link sends.</summary>
    public SeenMessage Say(long user, string text, int? replyTo = null) => Act(user, () => acts.Say(user, text, replyTo));

    /// <summary>Pastes a text of any length; the client splits it.</summary>
    public IReadOnlyList<SeenMessage> SayLong(long user, string text) =>
        world.Do(() => PhoneActs.Split(text).Select(piece => Say(user, piece)).ToList());

    /// <summary>Sends a photo.</summary>
    public SeenMessage SendPhoto(long user, byte[] photo, string? caption = null, int? replyTo = null) =>
        Act(user, () => acts.SendPhoto(user, new SentFile(photo), caption, replyTo));

    /// <summary>Sends an album; Telegram delivers its photos one by one under one media_group_id. A caption per photo, or one for the first.</summary>
    public IReadOnlyList<SeenMessage> SendAlbum(long user, IReadOnlyList<byte[]> photos, params string?[] captions) => world.Do(() =>
    {
        var group = acts.NewGroup();
        return photos.Select((photo, i) => Act(user, () => acts.SendPhoto(user, new SentFile(photo), captions.ElementAtOrDefault(i), null, group))).ToList();
    });

    /// <summary>Sends a photo with all that can be said of its file.</summary>
    public SeenMessage SendPhotoFile(long user, SentFile photo, string? caption = null) => Act(user, () => acts.SendPhoto(user, photo, caption, null));

    /// <summary>Sends a file.</summary>
    public SeenMessage SendDocument(long user, SentFile document, string? caption = null) => Act(user, () => acts.SendDocument(user, document, caption, null));

    /// <summary>Sends a sticker, voice message or the like.</summary>
    public SeenMessage SendOther(long user, OtherKind kind) => Act(user, () => acts.SendOther(user, kind));

    /// <summary>Edits one's own text or caption.</summary>
    public SeenMessage EditMessage(long user, int messageId, string text) => Act(user, () => acts.Edit(user, messageId, text));

    /// <summary>Passes a message of <paramref name="from"/>'s chat on into <paramref name="to"/>'s chat with the bot.</summary>
    public SeenMessage Forward(long from, int messageId, long to) => Act(to, () => acts.Forward(from, messageId, to));

    /// <summary>Presses a button by its text or data and waits for the bot's answer; <c>null</c> when the button only opens an address.</summary>
    /// <exception cref="ArgumentException">The message has no such button; the message lists those it has.</exception>
    /// <exception cref="TimeoutException">No answer came.</exception>
    public async Task<PressAnswer?> PressAsync(long user, int messageId, string button, TimeSpan? patience = null, CancellationToken stop = default)
    {
        var query = world.Do(() => acts.Press(user, messageId, button));
        return query is null ? null : await AnswerOf(query, user, $"pressed \"{button}\"", patience, stop);
    }

    /// <summary>Presses and does not wait.</summary>
    /// <returns>The query's id, or <c>null</c> for a button that only opens an address.</returns>
    public string? Press(long user, int messageId, string button) => world.Do(() => acts.Press(user, messageId, button))?.Id;

    /// <summary>Presses with forged data, as a modified client can, and waits for the answer.</summary>
    public Task<PressAnswer> PressDataAsync(long user, int messageId, string data, TimeSpan? patience = null, CancellationToken stop = default) =>
        AnswerOf(world.Do(() => acts.PressWith(user, messageId, data)), user, $"pressed with data \"{data}\"", patience, stop);

    /// <summary>Blocks the bot; it gets my_chat_member and 403 from then on.</summary>
    public void Block(long user) => world.Do(() => acts.SetBlocked(user, true));

    /// <summary>The person has looked at everything in the chat.</summary>
    public void ReadAll(long user) => world.Do(() => world.Rooms.Read(user, int.MaxValue));

    /// <summary>Lets the bot write again.</summary>
    public void Unblock(long user) => world.Do(() => acts.SetBlocked(user, false));

    /// <summary>The chat as the person sees it now, oldest first; deleted messages are gone.</summary>
    public IReadOnlyList<SeenMessage> History(long chat) => world.Do(() =>
        (IReadOnlyList<SeenMessage>)RoomOf(chat).Messages.Where(message => !message.Deleted).Select(message => SeenMessage.Of(chat, message)).ToList());

    /// <summary>The world's revision now; pass it as <c>since</c> to wait only for what changes later.</summary>
    public long Revision => world.Revision;

    /// <summary>Waits until a message from the bot, sent or changed after <paramref name="since"/>, fits; returns the newest that does.</summary>
    /// <exception cref="TimeoutException">None came; the exception shows the chat.</exception>
    public async Task<SeenMessage> HearsAsync(long user, Func<SeenMessage, bool> fits, long since = 0, TimeSpan? patience = null, CancellationToken stop = default)
    {
        SeenMessage? heard = null;
        await UntilAsync(() => (heard = world.Do(() => RoomOf(user).Messages.AsEnumerable().Reverse()
            .Where(message => message.FromBot && !message.Deleted && message.Revision > since).Select(message => SeenMessage.Of(user, message)).FirstOrDefault(fits))) is not null,
            () => Transcript(user), patience, stop);
        return heard!;
    }

    /// <summary>Waits for a message from the bot that contains a text.</summary>
    public Task<SeenMessage> HearsAsync(long user, string text, long since = 0, TimeSpan? patience = null, CancellationToken stop = default) =>
        HearsAsync(user, message => message.Text.Contains(text, StringComparison.Ordinal), since, patience, stop);

    /// <summary>Waits until the chat as a whole fits.</summary>
    public Task UntilAsync(long user, Func<IReadOnlyList<SeenMessage>, bool> fits, TimeSpan? patience = null, CancellationToken stop = default) =>
        UntilAsync(() => fits(History(user)), () => Transcript(user), patience, stop);

    /// <summary>Waits until anything of the sandbox fits; it is looked at after each change.</summary>
    public Task UntilAsync(Func<bool> fits, TimeSpan? patience = null, CancellationToken stop = default) => UntilAsync(fits, () => "", patience, stop);

    /// <summary>Waits until the bot has confirmed every update.</summary>
    public Task UntilDrainedAsync(TimeSpan? patience = null, CancellationToken stop = default) =>
        UntilAsync(() => PendingUpdates == 0, () => $"{PendingUpdates} updates wait", patience, stop);

    /// <summary>The chat in lines, for a failing test's message.</summary>
    public string Transcript(long user) => string.Join('\n', History(user));

    /// <summary>Plans a fault.</summary>
    public void Plan(Fault fault) => faults.Add(fault);

    /// <summary>Forgets all planned faults.</summary>
    public void ClearFaults() => faults.Clear();

    /// <summary>Delivers an update of any shape; it must have an update_id.</summary>
    public void Inject(string updateJson, long lane = 0) => world.Do(() => world.Updates.EnqueueRaw(updateJson, lane));

    /// <summary>Delivers a confirmed or waiting update again under its id.</summary>
    /// <returns>Whether it is still remembered.</returns>
    public bool Redeliver(long updateId) => world.Do(() => world.Updates.Redeliver(updateId));

    /// <summary>Ids of the updates that the bot confirmed, oldest first; the last thousand at least.</summary>
    public IReadOnlyList<long> ConfirmedUpdates => world.Do(() => world.Updates.Confirmed.Select(update => update.UpdateId).ToList());

    /// <summary>The next update gets this id; Telegram too goes down after a quiet week.</summary>
    public void NumberUpdatesFrom(long id) => world.Do(() => world.Updates.NumberFrom(id));

    /// <summary>Keeps new updates back until they are released.</summary>
    public void HoldUpdates() => world.Do(() => world.Updates.Hold());

    /// <summary>Lets held updates go; <paramref name="reverse"/> turns their order around.</summary>
    public void ReleaseUpdates(bool reverse = false) =>
        world.Do(() => world.Updates.Release(reverse ? held => Enumerable.Reverse(held) : null));

    /// <summary>Makes getFile fail for a message's file as if Telegram had lost it for a while, or work again.</summary>
    public void SetFileAvailable(long chat, int messageId, bool available) => world.Do(() =>
    {
        var json = world.Rooms.Find(chat)?.Find(messageId)?.Json;
        var id = (json?["photo"]?.AsArray()[^1] ?? json?["document"])?["file_id"]?.GetValue<string>();
        var file = id is null ? null : world.Files.Find(id);
        world.Files.Keep((file ?? throw new ArgumentException($"message {messageId} has no file", nameof(messageId))) with { Unavailable = !available });
    });

    /// <summary>The command menu of a phone as (command, description).</summary>
    public IReadOnlyList<(string Command, string Description)> MenuOf(long user) => world.Do(() =>
        world.Bot.MenuOf(user).Select(item => (item!["command"]!.GetValue<string>(), item["description"]!.GetValue<string>())).ToList());

    /// <summary>Empties all chats and starts over with the first phones.</summary>
    public void StartOver() => world.StartOver();

    private Room RoomOf(long chat) => world.Rooms.Find(chat) ?? throw new ArgumentException($"no chat {chat}", nameof(chat));

    private SeenMessage Act(long user, Func<StoredMessage> act) => world.Do(() => SeenMessage.Of(user, act()));

    private async Task<PressAnswer> AnswerOf(PressQuery query, long user, string what, TimeSpan? patience, CancellationToken stop)
    {
        try
        {
            return await query.Answer.Task.WaitAsync(patience ?? Patience, TimeProvider.System, stop);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{what} and got no answer\n{Transcript(user)}");
        }
    }

    private async Task UntilAsync(Func<bool> fits, Func<string> state, TimeSpan? patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience ?? Patience);
        while (true)
        {
            var next = world.NextChange;
            if (fits())
                return;
            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"waited {(patience ?? Patience).TotalSeconds:0.#} s in vain\n{state()}");
            }
        }
    }
}
