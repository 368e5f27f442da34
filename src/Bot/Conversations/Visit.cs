using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// A member's turn in a private chat: the open transaction, who it is with which roles at this instant, and where the chat stands. One slot named
/// <see cref="Live"/> holds the step's buttons: one message per chat carries live step buttons.
/// </summary>
public sealed class Visit(Turn turn, Member member, long chatId)
{
    /// <summary>The slot of the message that carries the buttons of the present step.</summary>
    public const string Live = "live";

    private ConversationRow? conversation;
    private bool loaded;

    public Turn Turn { get; } = turn;
    public Member Member { get; } = member;
    public Actor Actor { get; } = Actor.Of(member, turn.Now);
    public long ChatId { get; } = chatId;
    public NewsroomDb Db => Turn.Db;
    public OutboxWriter Outbox => Turn.Outbox;
    public DateTimeOffset Now => Turn.Now;
    public CancellationToken Cancel => Turn.Cancel;

    /// <summary>The message that this turn is about, when it is one.</summary>
    public int? MessageId => (Turn.Update.Message ?? Turn.Update.EditedMessage)?.MessageId;

    public SourceMessage? Source => MessageId is { } id ? new SourceMessage(ChatId, id) : null;

    /// <summary>Where the chat stands; null when nothing is going on.</summary>
    public async Task<ConversationRow?> Conversation()
    {
        if (!loaded) conversation = await Db.Conversation(ChatId, Cancel);
        loaded = true;
        return conversation is { Kind: not "" } ? conversation : null;
    }

    /// <summary>Begins a conversation: another number, so that buttons of the one before are recognised as old.</summary>
    public async Task<ConversationRow> Begin<T>(string kind, string step, T state, JsonTypeInfo<T> shape)
    {
        await Conversation();
        if (conversation is null)
            Db.Conversations.Add(conversation = new ConversationRow { ChatId = ChatId, Number = 0, Kind = kind, Step = step, State = "", UpdatedAt = Now });
        conversation.Number++;
        conversation.Kind = kind;
        Keep(conversation, step, state, shape);
        return conversation;
    }

    public void Keep<T>(ConversationRow row, string step, T state, JsonTypeInfo<T> shape)
    {
        row.Step = step;
        row.State = JsonSerializer.Serialize(state, shape);
        row.UpdatedAt = Now;
    }

    public static T State<T>(ConversationRow row, JsonTypeInfo<T> shape)
        => JsonSerializer.Deserialize(row.State, shape) ?? throw new InvalidDataException($"Percakapan {row.Kind} tanpa keadaan.");

    /// <summary>Nothing is going on any more; the live message keeps its words and loses its buttons.</summary>
    public async Task End()
    {
        if (await Conversation() is { } row)
        {
            row.Kind = "";
            row.Step = "";
            row.State = "";
            row.UpdatedAt = Now;
        }
        await Outbox.ClearKeys(ChatId, Live);
    }

    /// <summary>The next prompt: the step before loses its buttons first.</summary>
    public Task Prompt(StyledText text, Keyboard? keys = null) => Outbox.Replace(ChatId, Live, new TextMessage(text, keys));

    /// <summary>The present prompt with new words.</summary>
    public Task Redraw(StyledText text, Keyboard? keys = null) => Outbox.Edit(ChatId, Live, text, keys, Priority.Reply);

    public void Say(StyledText text, Keyboard? keys = null, int? replyTo = null, string? slot = null)
        => Outbox.Send(ChatId, new TextMessage(text, keys, replyTo), Priority.Reply, slot);

    /// <summary>Answers the press of this turn; nothing when the turn is no press.</summary>
    public void Answer(string? text = null, bool alert = false)
    {
        if (Turn.Update.CallbackQuery is { } press) Outbox.Answer(press.Id, text, alert);
    }

    public void Alert(string text) => Answer(text, alert: true);
}
