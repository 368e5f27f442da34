using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Ralat ejaan, the fast lane: "kata lama → kata baru" line by line, or the whole corrected text. What it changes is shown first; a Kabid publishes it with Ya,
/// an Anggota passes it to one.
/// </summary>
public sealed class SpellingConversation(NewsDesk desk, ReviewConversation reviewing, CardDesk cards, Announcer announcer, OfficeProfile office)
{
    public const string Step = "Words";
    public const string ConfirmStep = "WordsYes";

    public async Task Open(Visit visit, Edition edition, string seenText)
    {
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, Step, new AfterState(edition.Id, seenText, Act.FixSpelling), ConversationJson.Default.AfterState);
        await visit.Prompt(TerbitTeks.KataYangDiralat(edition.Item!.Number!, desk.Chain.FastLaneWords), Keyboard.OneRow(Stop(edition, seenText)));
    }

    public async Task OnText(Visit visit, ConversationRow row, Edition edition, AfterState state, StyledText text)
    {
        var before = NewsDesk.CurrentContent(edition);
        var (after, missing) = Corrected(before, text);
        if (after is null)
        {
            visit.Say(missing is null ? TerbitTeks.KataTidakTerbaca() : SuntingTeks.KataTidakAda(missing), replyTo: visit.MessageId);
            return;
        }
        var (fault, words) = SmallChange.Judge(before, after, desk.Chain.FastLaneWords);
        if (fault != SmallChangeFault.None)
        {
            visit.Say(StyledText.Plain(PenolakanTeks.Kalimat(new Refusal.NotSmall(fault, words, desk.Chain.FastLaneWords), office.Time, visit.Now)), replyTo: visit.MessageId);
            return;
        }
        visit.Keep(row, ConfirmStep, state with { Text = after }, ConversationJson.Default.AfterState);
        var yes = new Key(MayPublish(visit, edition) ? "Ya, terbitkan ralat" : "Ya, kirim ke Kabid", new AfterButton(AfterChoice.Yes, edition.Id, state.SeenText).Pack(), style: KeyStyle.Success);
        await visit.Prompt(TerbitTeks.RalatYakin(PerbedaanTeks.Naskah(ContentDifference.Between(before, after), code => code)), Keyboard.OneRow(Stop(edition, state.SeenText), yes));
    }

    public async Task Publish(Visit visit, Edition edition, AfterState state)
    {
        var alone = MayPublish(visit, edition);
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, state.SeenText, Act.FixSpelling, null) with { Text = state.Text }, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved { Started: { } fix })
        {
            await visit.End();
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        await visit.End();
        if (!alone)
        {
            visit.Answer();
            visit.Say(TerbitTeks.RalatTerkirim(edition.Item!.Number!));
            await cards.Update(visit.Db, visit.Outbox, fix, visit.Now, visit.Cancel, visit.ChatId, rings: true);
            return;
        }
        var published = await desk.Carry(visit.Db, fix, new Order(Act.PublishFix, fix.CurrentHash), visit.Actor, visit.Now, visit.Cancel);
        if (published is not Outcome.Moved moved)
        {
            // It waits for a Kabid as a card; why it could not go out at once is said.
            await reviewing.Refuse(visit, fix, (Refusal)published);
            await cards.Update(visit.Db, visit.Outbox, fix, visit.Now, visit.Cancel, visit.ChatId, rings: true);
            return;
        }
        visit.Answer();
        visit.Say(TerbitTeks.RalatTerbit(fix.Item!.Number!, moved));
        await announcer.Tell(visit.Db, visit.Outbox, fix, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    /// <summary>A Kabid who did not write it does both in one go.</summary>
    private static bool MayPublish(Visit visit, Edition edition) => visit.Actor.Holds(Workflow.People.Role.Kabid) && edition.AuthorId != visit.Actor.MemberId;

    /// <summary>Titles stay: the fast lane does not change them. A text of at least half the body's words is a new body.</summary>
    private static (Content? After, string? Missing) Corrected(Content before, StyledText text)
    {
        var lines = text.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(WordSubstitution.Parse).ToList();
        if (lines.Count > 0 && lines.TrueForAll(line => line is not null))
        {
            var after = before;
            foreach (var substitution in lines)
            {
                var (changed, count) = substitution!.In(after with { Title = "" });
                if (count == 0) return (null, substitution.Old);
                after = changed with { Title = before.Title };
            }
            return (after, null);
        }
        return Words.Count(text.Text) * 2 >= before.WordCount ? (before with { Body = text.Trim() }, null) : (null, null);
    }

    private static Key Stop(Edition edition, string seenText) => new("Batal", new AfterButton(AfterChoice.Stop, edition.Id, seenText).Pack());
}
