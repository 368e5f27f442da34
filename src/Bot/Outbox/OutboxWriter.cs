using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>
/// Queues what is to be said in the transaction of the act that says it: sent if and only if that commits. One writer per transaction.
/// </summary>
/// <param name="now">The time of the act.</param>
public sealed class OutboxWriter(NewsroomDb db, DateTimeOffset now)
{
    /// <summary>A press lives 150 seconds at the server; an answer later than that reaches nobody.</summary>
    public static readonly TimeSpan AnswerLife = TimeSpan.FromSeconds(150);

    /// <summary>For so long the same words are no news to the same chat.</summary>
    public static readonly TimeSpan Repetition = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan TypingLife = TimeSpan.FromSeconds(5);
    /// <summary>How the payload of an <see cref="EditText"/> begins.</summary>
    private const string EditPrefix = """{"$kind":"edit",""";
    private readonly HashSet<string> answered = [];

    /// <summary>Whether a press was answered in this transaction.</summary>
    public bool Answered => answered.Count > 0;

    /// <summary>Answers a press. Of several answers to the same press the first counts: a press is answered once.</summary>
    /// <param name="text">Cut at 200 UTF-16 units.</param>
    public void Answer(string queryId, string? text = null, bool alert = false)
    {
        // Without its id there is nothing to answer.
        if (string.IsNullOrEmpty(queryId) || !answered.Add(queryId)) return;
        var line = text is null ? null : ChatText.Cut(text, PressAnswer.TextLimit);
        Add(0, new PressAnswer(queryId, line, alert), Priority.Answer, slot: null, key: null, now + AnswerLife);
    }

    /// <summary>Queues a message; one that is too long for a single message becomes several, of which the last has the keys and the slot.</summary>
    /// <param name="slot">The place in the chat that it fills, so that it can be edited later.</param>
    /// <param name="key">The same thing is never queued twice, whatever became of the first.</param>
    /// <param name="expires">From then on nobody needs it any more, and it is not sent.</param>
    /// <param name="again">A notice is dropped when the chat was told the same within <see cref="Repetition"/>, unless it tells of a fact of its own.</param>
    public void Send(long chatId, Outgoing message, Priority priority = Priority.Reply, string? slot = null, string? key = null, DateTimeOffset? expires = null, bool again = false)
    {
        if (key is not null && IsKnown(key)) return;
        if (priority == Priority.Notice && message is TextMessage && !again && IsRepeated(chatId, message.ToPayload())) return;
        var parts = Parts(message);
        for (var index = 0; index < parts.Count; index++)
        {
            var last = index == parts.Count - 1;
            var life = message is Typing ? now + TypingLife : expires;
            Add(chatId, parts[index], priority, last || message is PhotoAlbum ? slot : null, last ? key : null, life);
        }
    }

    /// <summary>
    /// Queues new content for the message in <paramref name="slot"/>. Edits of it that still wait are dropped: only the newest counts. When there is no such
    /// message any more, the content is sent as a new one that fills the slot; content that the message already has is not sent.
    /// </summary>
    public async Task Edit(long chatId, string slot, StyledText text, Keyboard? keys, Priority priority = Priority.Card)
    {
        if (text.Text.Length > ChatText.MessageLimit)
        {
            await Replace(chatId, slot, new TextMessage(text, keys), priority);
            return;
        }
        await DropWaitingEdits(chatId, slot);
        Add(chatId, new EditText(text, keys), priority, slot, key: null, expires: null);
    }

    /// <summary>Takes the buttons off the message in the slot, if there is one.</summary>
    public async Task ClearKeys(long chatId, string slot, Priority priority = Priority.Reply)
    {
        if (await IsInUse(chatId, slot))
            Add(chatId, new ClearKeys(), priority, slot, key: null, expires: null);
    }

    /// <summary>Deletes the messages in the slot, if there are any.</summary>
    public async Task Delete(long chatId, string slot, Priority priority = Priority.Reply)
    {
        await DropWaitingEdits(chatId, slot);
        if (await IsInUse(chatId, slot))
            Add(chatId, new DeletePosted(), priority, slot, key: null, expires: null);
    }

    /// <summary>A finished step loses its buttons before the next prompt is sent: takes them off what is in the slot, then sends into it.</summary>
    public async Task Replace(long chatId, string slot, Outgoing message, Priority priority = Priority.Reply, string? key = null)
    {
        if (key is not null && IsKnown(key)) return;
        await ClearKeys(chatId, slot, priority);
        // What was in the slot has lost its buttons: the new one comes, also with the same words.
        Send(chatId, message, priority, slot, key, again: true);
    }

    private static List<Outgoing> Parts(Outgoing message) => message switch
    {
        TextMessage { Text.Text.Length: > ChatText.MessageLimit } text => Split(text),
        PhotoAlbum { Photos.Length: > PhotoAlbum.Limit } album
            => [.. album.Photos.Chunk(PhotoAlbum.Limit).Select((photos, index) => album with { Photos = [.. photos], Continues = album.Continues || index > 0 })],
        _ => [message],
    };

    private static List<Outgoing> Split(TextMessage text)
    {
        var parts = ChatText.Split(text.Text);
        return [.. parts.Select((part, index) => text with
        {
            Text = part,
            Keys = index == parts.Count - 1 ? text.Keys : null,
            ReplyTo = index == 0 ? text.ReplyTo : null,
            // One ring for one text.
            Silent = text.Silent || index > 0,
        })];
    }

    private void Add(long chatId, Outgoing message, Priority priority, string? slot, string? key, DateTimeOffset? expires) => db.ToSend.Add(new ToSendRow
    {
        ChatId = chatId,
        Priority = (int)priority,
        Payload = message.ToPayload(),
        Slot = slot,
        Key = key,
        CreatedAt = now,
        NotBefore = DateTimeOffset.UnixEpoch,
        ExpiresAt = expires,
    });

    // Synchronous, so that saying something needs no await; keys are for reminders and the like, not for replies.
    private bool IsKnown(string key) => db.Known<ToSendRow>().Any(row => row.Key == key) || db.ToSend.Any(row => row.Key == key);

    private bool IsRepeated(long chatId, string payload)
    {
        var since = now - Repetition;
        return db.Known<ToSendRow>().Any(row => row.ChatId == chatId && row.CreatedAt > since && row.Priority == (int)Priority.Notice && row.Payload == payload)
            || db.ToSend.Any(row => row.ChatId == chatId && row.CreatedAt > since && row.Priority == (int)Priority.Notice && row.Payload == payload
                && (row.State == ToSendState.Waiting || row.State == ToSendState.Sent));
    }

    private async Task<bool> IsInUse(long chatId, string slot)
        => db.Known<ToSendRow>().Any(row => row.ChatId == chatId && row.Slot == slot) || await db.IsSlotInUse(chatId, slot, CancellationToken.None);

    private async Task DropWaitingEdits(long chatId, string slot)
    {
        foreach (var unsaved in db.Known<ToSendRow>().Where(row => row.ChatId == chatId && row.Slot == slot && row.Payload.StartsWith(EditPrefix, StringComparison.Ordinal)).ToList())
            if (db.Entry(unsaved) is { State: EntityState.Added } entry) entry.State = EntityState.Detached;
        var dropped = await db.ToSend
            .Where(row => row.ChatId == chatId && row.Slot == slot && row.State == ToSendState.Waiting && row.Payload.StartsWith(EditPrefix))
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.State, ToSendState.Void));
        // One of them may be on its way, or have arrived just before the process was killed.
        if (dropped > 0)
            await db.Posted.Where(row => row.ChatId == chatId && row.Slot == slot && row.ContentHash != ContentHash.Other)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.ContentHash, ContentHash.Unknown));
    }
}
