using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>Jadwalkan: a quick time, a day and then an hour, or a typed time; the same for Jadwal ulang. All of it in the office's time, on the card itself.</summary>
public sealed class ScheduleConversation(NewsDesk desk, ReviewConversation reviewing, CardDesk cards, Announcer announcer, OfficeProfile office)
{
    public const string Step = "Time";

    private const int DaysAhead = 14;
    private const int QuickOnes = 4;
    private const string DayFormat = "yyyyMMdd", InstantFormat = "yyyyMMddHHmm";

    private static readonly TimeOnly[] quick = [new(7, 30), new(12, 0), new(16, 0), new(19, 0)];

    /// <summary>Nearer than this a time has passed before it is pressed.</summary>
    private static readonly TimeSpan notice = TimeSpan.FromMinutes(5);

    /// <summary>The press that leads here was authorised; each further one is again.</summary>
    public async Task Open(Visit visit, Edition edition, string seenText)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, Step, new AfterState(edition.Id, seenText, ActFor(edition)), ConversationJson.Default.AfterState);
        await Show(visit, edition, TimeKeys(visit, edition, seenText), JadwalTeks.Kapan);
    }

    public async Task OnPress(Visit visit, Edition edition, AfterButton button)
    {
        switch (button.Choice)
        {
            case AfterChoice.Times:
                visit.Answer();
                await Show(visit, edition, TimeKeys(visit, edition, button.SeenText), JadwalTeks.Kapan);
                break;
            case AfterChoice.Days:
                visit.Answer();
                await Show(visit, edition, DayKeys(visit, edition, button.SeenText), JadwalTeks.HariApa);
                break;
            case AfterChoice.Day when DateOnly.TryParseExact(button.Argument, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                visit.Answer();
                await Show(visit, edition, HourKeys(visit, edition, button.SeenText, day), JadwalTeks.PukulBerapa(day));
                break;
            case AfterChoice.At when DateTime.TryParseExact(button.Argument, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at):
                await Carry(visit, edition, button.SeenText, office.Time.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)));
                break;
            default:
                visit.Alert(ObrolanTeks.TombolLama("Gunakan kartu yang terbaru: /antrean"));
                break;
        }
    }

    public async Task OnText(Visit visit, Edition edition, AfterState state, StyledText text)
    {
        if (TypedTime.Parse(text.Text, office.Time, visit.Now) is { } at) await Carry(visit, edition, state.SeenText, at);
        else visit.Say(JadwalTeks.TidakTerbaca(), replyTo: visit.MessageId);
    }

    private async Task Carry(Visit visit, Edition edition, string seenText, DateTimeOffset at)
    {
        var reading = edition.State == EditionState.Scheduled ? null : await cards.ReadingOf(visit.Db, edition, visit.ChatId, visit.Now, visit.Cancel);
        var order = ReviewConversation.Seen(edition, seenText, ActFor(edition), null) with { At = at, Detail = reading };
        var outcome = await desk.Carry(visit.Db, edition, order, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        var typed = visit.Turn.Update.CallbackQuery is null;
        visit.Answer(JadwalTeks.Jawaban);
        if (await visit.Conversation() is { Kind: AfterConversation.Kind }) await visit.End();
        if (typed) visit.Say(JadwalTeks.Tercatat(edition.Item!.Number!, office.Time.Tanggal(at)));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    private Task Show(Visit visit, Edition edition, Keyboard keys, string question) => cards.Ask(visit.Db, visit.Outbox, edition, visit.ChatId, keys, question, visit.Now, visit.Cancel);

    private Keyboard TimeKeys(Visit visit, Edition edition, string seenText)
    {
        var today = office.Time.Today(visit.Now);
        var times = new[] { today, today.AddDays(1) }.SelectMany(day => quick.Select(time => (Day: day, Time: time))).Where(each => office.Time.At(each.Day, each.Time) - visit.Now >= notice).Take(QuickOnes);
        var keys = new Keyboard([]);
        foreach (var pair in times.Select(each => AtKey($"{(each.Day == today ? "Hari ini" : "Besok")} {Hour(each.Time)}", edition, seenText, each.Day, each.Time)).Chunk(2)) keys = keys.Row(pair);
        return keys.Row(new Key("Hari lain…", new AfterButton(AfterChoice.Days, edition.Id, seenText).Pack()), Back(edition, seenText));
    }

    private Keyboard DayKeys(Visit visit, Edition edition, string seenText)
    {
        var keys = new Keyboard([]);
        foreach (var some in Enumerable.Range(0, DaysAhead).Select(office.Time.Today(visit.Now).AddDays).Select(day => new Key(Saat.HariPendek(day), new AfterButton(AfterChoice.Day, edition.Id, seenText, day.ToString(DayFormat, CultureInfo.InvariantCulture)).Pack())).Chunk(3)) keys = keys.Row(some);
        return keys.Row(new Key("← Kembali", new AfterButton(AfterChoice.Times, edition.Id, seenText).Pack()));
    }

    private Keyboard HourKeys(Visit visit, Edition edition, string seenText, DateOnly day)
    {
        var keys = new Keyboard([]);
        var hours = Enumerable.Range(6, 16).Select(hour => new TimeOnly(hour, 0)).Where(time => office.Time.At(day, time) - visit.Now >= notice);
        foreach (var some in hours.Select(time => AtKey(Hour(time), edition, seenText, day, time)).Chunk(4)) keys = keys.Row(some);
        return keys.Row(new Key("← Kembali", new AfterButton(AfterChoice.Days, edition.Id, seenText).Pack()));
    }

    private static Key AtKey(string label, Edition edition, string seenText, DateOnly day, TimeOnly time)
        => new(label, new AfterButton(AfterChoice.At, edition.Id, seenText, day.ToDateTime(time).ToString(InstantFormat, CultureInfo.InvariantCulture)).Pack());

    private static Key Back(Edition edition, string seenText) => new("← Kembali", new CardButton(CardChoice.Back, edition.Id, seenText).Pack());

    private static string Hour(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    private static Act ActFor(Edition edition) => edition.State == EditionState.Scheduled ? Act.Reschedule : Act.Schedule;
}
