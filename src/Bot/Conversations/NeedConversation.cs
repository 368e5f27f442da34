using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/kebutuhan (SOP row B6): an SKPD writes a note to Kominfo; AdminPortal sees the list, answers and closes; the sender hears.</summary>
public sealed class NeedConversation(OfficeProfile office) : DeskConversation(office)
{
    private const string SkpdStep = "Skpd", TextStep = "Text", AnswerStep = "Answer";
    private const int Longest = 1000;

    public override Desk Desk => Desk.Need;

    public override string Command => "kebutuhan";

    protected override ImmutableArray<Role> Roles => [Role.AdminSkpd, Role.KepalaSkpd, Role.AdminPortal];

    public override async Task Open(Visit visit)
    {
        if (visit.Actor.Holds(Role.AdminPortal)) await ShowList(visit, 0, redraw: false);
        else await ShowOwn(visit);
    }

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.New when SkpdsOf(visit.Actor) is { Count: > 0 } skpds:
                var begun = await visit.Begin(Kind, SkpdStep, new EntryState(), ConversationJson.Default.EntryState);
                if (skpds.Count == 1) await AskText(visit, begun, skpds[0]);
                else await visit.Prompt(KebutuhanTeks.SkpdMana(), Keyboard.Column([.. skpds.Select(skpd => Of(skpd, DeskChoice.Pick, begun.Number, skpd))]).Row(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.Pick when await At(visit, button.Id, SkpdStep) is { } row && SkpdsOf(visit.Actor).Contains(button.Argument):
                await AskText(visit, row, button.Argument);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
            case DeskChoice.List or DeskChoice.Show or DeskChoice.Answer or DeskChoice.Close when !visit.Actor.Holds(Role.AdminPortal):
                visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.AdminPortal], visit.Actor), Office.Time, visit.Now));
                break;
            case DeskChoice.List:
                await ShowList(visit, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Show when await Find(visit, button.Id) is { } need:
                await Show(visit, need, redraw: true);
                break;
            case DeskChoice.Answer when await Find(visit, button.Id) is { ClosedAt: null } need:
                await visit.Begin(Kind, AnswerStep, new EntryState(need.Id), ConversationJson.Default.EntryState);
                await visit.Prompt(KebutuhanTeks.TanyaJawaban(need), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.Close when await Find(visit, button.Id) is { ClosedAt: null } need:
                need.ClosedAt = visit.Now;
                await visit.Db.SaveChangesAsync(visit.Cancel);
                await Tell(visit, need, KebutuhanTeks.Selesai(need));
                await ShowList(visit, 0, redraw: true);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var (state, typed) = (Visit.State(row, ConversationJson.Default.EntryState), PlainText.Clean(text.Text).Trim());
        if (row.Step is not (TextStep or AnswerStep))
        {
            await base.Take(visit, row, text);
        }
        else if (typed.Length is 0 or > Longest)
        {
            visit.Say(DaftarTeks.TerlaluPanjang(row.Step == TextStep ? "Catatan" : "Jawaban", typed.Length, Longest));
        }
        else if (row.Step == TextStep)
        {
            await visit.End();
            if (state.Search is { } skpd && SkpdsOf(visit.Actor).Contains(skpd)) await Note(visit, skpd, typed);
            else visit.Say(StyledText.Plain(DaftarTeks.TidakAda), MenuKeys.For(visit.Actor));
        }
        else
        {
            await visit.End();
            if (visit.Actor.Holds(Role.AdminPortal) && await Find(visit, state.MemberId) is { ClosedAt: null } need) await Answer(visit, need, typed);
            else visit.Say(StyledText.Plain(DaftarTeks.TidakAda), MenuKeys.For(visit.Actor));
        }
    }

    private async Task AskText(Visit visit, ConversationRow row, string skpd)
    {
        visit.Keep(row, TextStep, new EntryState(Search: skpd), ConversationJson.Default.EntryState);
        await visit.Prompt(KebutuhanTeks.TanyaCatatan(skpd), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
    }

    private async Task Note(Visit visit, string skpd, string text)
    {
        var need = new SpecialNeed { SkpdCode = skpd, FromMemberId = visit.Member.Id, Text = text, At = visit.Now };
        visit.Db.Needs.Add(need);
        await visit.Db.SaveChangesAsync(visit.Cancel);
        visit.Say(KebutuhanTeks.Diterima(), MenuKeys.For(visit.Actor));
        foreach (var admin in await PeopleDesk.Holders(visit.Db, Role.AdminPortal, null, visit.Now, visit.Cancel))
            if (admin.Id != visit.Member.Id) visit.Outbox.Send(admin.ChatUserId!.Value, new TextMessage(KebutuhanTeks.Baru(need, visit.Member.DisplayName), Keyboard.OneRow(Of("Jawab", DeskChoice.Answer, need.Id), Of("Tandai selesai", DeskChoice.Close, need.Id))), Priority.Notice);
    }

    private async Task Answer(Visit visit, SpecialNeed need, string answer)
    {
        (need.Answer, need.AnsweredById, need.AnsweredAt) = (answer, visit.Member.Id, visit.Now);
        await Tell(visit, need, KebutuhanTeks.Dijawab(need, visit.Member.DisplayName));
        await Show(visit, need, redraw: false);
    }

    private static async Task Tell(Visit visit, SpecialNeed need, StyledText text)
    {
        if (need.FromMemberId != visit.Member.Id && await PeopleDesk.ById(visit.Db, need.FromMemberId, visit.Cancel) is { ChatUserId: { } chat, Reachable: true })
            visit.Outbox.Send(chat, new TextMessage(text), Priority.Notice);
    }

    private async Task ShowOwn(Visit visit)
    {
        var skpds = SkpdsOf(visit.Actor);
        var open = await visit.Db.Needs.Where(need => need.ClosedAt == null && skpds.Contains(need.SkpdCode)).OrderBy(need => need.Id).Take(OnPage).ToListAsync(visit.Cancel);
        await visit.Prompt(KebutuhanTeks.Milik(open, Office.Time, visit.Now), Keyboard.OneRow(Of("Tulis kebutuhan", DeskChoice.New, style: KeyStyle.Primary)));
    }

    private async Task ShowList(Visit visit, int page, bool redraw)
    {
        var open = await visit.Db.Needs.Where(need => need.ClosedAt == null).OrderBy(need => need.Id).ToListAsync(visit.Cancel);
        var keys = Page(open, page, need => Of($"{need.SkpdCode}{(need.Answer is null ? "" : " ✔")} · {PlainText.OneLine(need.Text)}", DeskChoice.Show, need.Id), (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture)));
        if (SkpdsOf(visit.Actor).Count > 0) keys = keys.Row(Of("Tulis kebutuhan", DeskChoice.New));
        var text = KebutuhanTeks.Daftar(open.Count, DaftarTeks.Halaman(page, open.Count, OnPage));
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Show(Visit visit, SpecialNeed need, bool redraw)
    {
        var from = (await PeopleDesk.ById(visit.Db, need.FromMemberId, visit.Cancel)).DisplayName;
        var keys = need.ClosedAt is null ? Keyboard.OneRow(Of("Jawab", DeskChoice.Answer, need.Id), Of("Tandai selesai", DeskChoice.Close, need.Id)) : new Keyboard([]);
        keys = keys.Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        var text = KebutuhanTeks.Satu(need, from, Office.Time, visit.Now);
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private static List<string> SkpdsOf(Actor actor) => [.. actor.Roles.Select(held => held.SkpdCode).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static Task<SpecialNeed?> Find(Visit visit, long id) => visit.Db.Needs.FirstOrDefaultAsync(need => need.Id == id, visit.Cancel);
}
