using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class SKPDs_without_an_admin
{
    [Fact]
    public async Task Are_named_to_AdminPortal_and_to_their_heads_and_the_others_are_left_alone()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite, "--Jobs:MissingAdmins=0 0 9 ? * *");
        var (head, content) = (office.Stranger("Kepala Disdik"), office.Stranger("Kepala Dinkes"));
        await office.Appoint(head, Role.KepalaSkpd, "DISDIK");
        await office.Appoint(content, Role.KepalaSkpd, "DINKES");
        foreach (var person in new[] { head, content })
        {
            await person.Says("/start");
            person.Forgets();
        }
        await office.PassesBy(TimeSpan.FromDays(5));

        office.Fajar.Hears("SKPD belum ada admin.", "belum diundang", "… dan");
        head.Hears("Disdik belum punya admin berita");
        content.HearsNothing();
        await office.Fajar.Taps("Lihat dan undang");
        office.Fajar.Hears("SKPD belum ada admin · halaman 1 dari");
    }
}
