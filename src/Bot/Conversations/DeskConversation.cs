using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// A register kept by chat: a list by pages, an entry with its buttons, a typed field now and then. Whoever presses or types is looked at anew each time, so
/// a role that ended a second ago opens nothing.
/// </summary>
public abstract class DeskConversation(OfficeProfile office)
{
    protected const int OnPage = 8;

    /// <summary>As long as a label may be on a small phone.</summary>
    private const int LongestLabel = 40;

    public abstract Desk Desk { get; }

    /// <summary>The command that opens it, without the slash; null when only buttons lead there.</summary>
    public abstract string? Command { get; }

    /// <summary>Whose it is; nobody named: everybody's who is known.</summary>
    protected abstract ImmutableArray<Role> Roles { get; }

    protected OfficeProfile Office => office;

    /// <summary>The kind of its conversations.</summary>
    public string Kind => $"desk-{Desk}";

    public abstract Task Open(Visit visit);

    public async Task OnPress(Visit visit, DeskButton button)
    {
        if (Admits(visit.Actor)) await Press(visit, button);
        else visit.Alert(Forbidden(visit));
    }

    public async Task OnText(Visit visit, ConversationRow row, StyledText text)
    {
        if (Admits(visit.Actor))
        {
            await Take(visit, row, text);
            return;
        }
        await visit.End();
        visit.Say(StyledText.Plain(Forbidden(visit)), MenuKeys.For(visit.Actor));
    }

    /// <summary>A file that came while its step was awaited.</summary>
    public async Task OnFile(Visit visit, ConversationRow row, FileArrival file)
    {
        if (Admits(visit.Actor)) await Take(visit, row, file);
        else visit.Say(StyledText.Plain(Forbidden(visit)), MenuKeys.For(visit.Actor));
    }

    /// <summary>The kind of file that the step takes; null when it takes none.</summary>
    public virtual FileKind? TakesAt(string step) => null;

    protected abstract Task Press(Visit visit, DeskButton button);

    protected virtual Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        visit.Say(DaftarTeks.TekanTombol());
        return Task.CompletedTask;
    }

    protected virtual Task Take(Visit visit, ConversationRow row, FileArrival file) => Task.CompletedTask;

    protected bool Admits(Actor actor) => Roles.IsEmpty || Roles.Any(actor.Holds);

    /// <summary>The conversation of this register when a button belongs to its present step; else the press is answered and there is nothing to do.</summary>
    protected async Task<ConversationRow?> At(Visit visit, long conversation, params string[] steps)
    {
        if (await visit.Conversation() is { } row && row.Kind == Kind && row.Number == conversation && steps.Contains(row.Step)) return row;
        visit.Answer(MenulisTeks.LangkahSelesai().Text);
        return null;
    }

    protected static void Gone(Visit visit) => visit.Alert(DaftarTeks.TidakAda);

    protected async Task Stop(Visit visit)
    {
        if (await visit.Conversation() is { } row && row.Kind == Kind) await visit.End();
        else await visit.Outbox.ClearKeys(visit.ChatId, Visit.Live);
        visit.Say(ObrolanTeks.Dibatalkan(), MenuKeys.For(visit.Actor));
    }

    protected Key Of(string label, DeskChoice choice, long id = 0, string argument = "", KeyStyle style = KeyStyle.Plain)
        => new(ChatText.Cut(label, LongestLabel), new DeskButton(Desk, choice, id, argument).Pack(), style: style);

    /// <summary>One page of a list, an entry to a row, and the buttons that turn pages.</summary>
    /// <param name="turn">The button that leads to a page.</param>
    protected static Keyboard Page<T>(IReadOnlyList<T> all, int page, Func<T, Key> entry, Func<string, int, Key> turn)
    {
        page = Math.Clamp(page, 0, Math.Max(0, (all.Count - 1) / OnPage));
        return Keyboard.Column([.. all.Skip(page * OnPage).Take(OnPage).Select(entry)]).Row(Turns(page, all.Count, turn));
    }

    /// <summary>The buttons that turn pages of a list of so many.</summary>
    protected static Key[] Turns(int page, int count, Func<string, int, Key> turn)
    {
        List<Key> turns = [];
        if (page > 0) turns.Add(turn("‹ Sebelumnya", page - 1));
        if ((page + 1) * OnPage < count) turns.Add(turn("Berikutnya ›", page + 1));
        return [.. turns];
    }

    /// <summary>A page number that came back with a button; 0 for anything else.</summary>
    protected static int PageOf(string argument) => int.TryParse(argument, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page < 10_000 ? page : 0;

    private string Forbidden(Visit visit) => PenolakanTeks.Kalimat(Refusal.NotYourRole(Roles, visit.Actor), office.Time, visit.Now);
}
