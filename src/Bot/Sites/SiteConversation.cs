using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Sites;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Sites;

/// <summary>/situs (SOP rows A8, B12): what stands on the agencies' own sites; who reviews at Kominfo hides an item with a reason, or shows it again.</summary>
public sealed class SiteConversation(OfficeProfile office) : DeskConversation(office)
{
    private const string ReasonStep = "Reason";

    public override Desk Desk => Desk.Site;

    public override string Command => "situs";

    protected override ImmutableArray<Role> Roles => [Role.Anggota, Role.Kabid, Role.Kadis, Role.AdminPortal, Role.Koordinator];

    public override Task Open(Visit visit) => ShowList(visit, 0, redraw: false);

    protected override async Task Press(Visit visit, DeskButton button)
    {
        switch (button.Choice)
        {
            case DeskChoice.List:
                await ShowList(visit, PageOf(button.Argument), redraw: true);
                break;
            case DeskChoice.Show when await Find(visit, button.Id) is { } item:
                await Show(visit, item, redraw: true);
                break;
            case DeskChoice.End or DeskChoice.Switch when !SiteDesk.MayHide(visit.Actor):
                visit.Alert(SitusTeks.Ditolak(SiteRefusal.NotAllowed));
                break;
            case DeskChoice.End when await Find(visit, button.Id) is { Hidden: false } item:
                await visit.Begin(Kind, ReasonStep, new EntryState(item.Id), ConversationJson.Default.EntryState);
                await visit.Prompt(SitusTeks.TanyaAlasan(item), Keyboard.OneRow(Of("Batal", DeskChoice.Cancel)));
                break;
            case DeskChoice.Switch when await SiteDesk.Show(visit.Db, button.Id, visit.Actor, visit.Now, visit.Cancel) is var refused:
                if (refused is { } why) visit.Alert(SitusTeks.Ditolak(why));
                else visit.Answer(SitusTeks.Ditampilkan().Text);
                if (await Find(visit, button.Id) is { } shown) await Show(visit, shown, redraw: true);
                break;
            case DeskChoice.Cancel:
                await Stop(visit);
                break;
            default:
                Gone(visit);
                break;
        }
    }

    protected override async Task Take(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.EntryState);
        var refused = await SiteDesk.Hide(visit.Db, state.MemberId, text.Text, visit.Actor, visit.Now, visit.Cancel);
        if (refused is SiteRefusal.WithoutReason)
        {
            visit.Say(StyledText.Plain(SitusTeks.Ditolak(refused.Value)), replyTo: visit.MessageId);
            return;
        }
        await visit.End();
        visit.Say(refused is { } why ? StyledText.Plain(SitusTeks.Ditolak(why)) : SitusTeks.Disembunyikan());
        if (await Find(visit, state.MemberId) is { } item) await Show(visit, item, redraw: false);
    }

    private async Task ShowList(Visit visit, int page, bool redraw)
    {
        var count = await visit.Db.SiteItems.CountAsync(visit.Cancel);
        page = Math.Clamp(page, 0, Math.Max(0, (count - 1) / OnPage));
        var items = await SiteDesk.List(visit.Db, page * OnPage, OnPage, visit.Cancel);
        var feeds = await visit.Db.SiteFeeds.AsNoTracking().OrderBy(feed => feed.SkpdCode).ToListAsync(visit.Cancel);
        var keys = Keyboard.Column([.. items.Select(item => Of($"{(item.Hidden ? "✕ " : "")}{item.SkpdCode} · {item.Title}", DeskChoice.Show, item.Id))]).Row(Turns(page, count, (label, to) => Of(label, DeskChoice.List, 0, to.ToString(CultureInfo.InvariantCulture))));
        var text = SitusTeks.Daftar(feeds.Count, count, DaftarTeks.Halaman(page, count, OnPage), [.. feeds.Where(feed => feed.LastError is not null)]);
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private async Task Show(Visit visit, SiteItemRow item, bool redraw)
    {
        var skpd = await visit.Db.Skpds.Where(each => each.Code == item.SkpdCode).Select(each => each.ShortName).FirstOrDefaultAsync(visit.Cancel) ?? item.SkpdCode;
        var keys = new Keyboard([]);
        if (SiteDesk.MayHide(visit.Actor)) keys = keys.Row(item.Hidden ? Of(SitusTeks.Tampilkan, DeskChoice.Switch, item.Id) : Of(SitusTeks.Sembunyikan, DeskChoice.End, item.Id, style: KeyStyle.Danger));
        keys = keys.Row(Of("← Daftar", DeskChoice.List, 0, "0"));
        var text = SitusTeks.Satu(item, skpd, Office.Time, visit.Now);
        await (redraw ? visit.Redraw(text, keys) : visit.Prompt(text, keys));
    }

    private static Task<SiteItemRow?> Find(Visit visit, long id) => visit.Db.SiteItems.FirstOrDefaultAsync(item => item.Id == id, visit.Cancel);
}
