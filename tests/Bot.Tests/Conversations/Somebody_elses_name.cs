using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Messages that are not from the person whose id they show (T28), and chats in which others read along (T29): they authorise nothing and get no secrets.</summary>
public sealed class Somebody_elses_name : Transcript
{
    private const long Group = -1_001_000_000_042;
    private const long GroupAnonymousBot = 1_087_968_824;

    private long number = 700_000_000;

    [Fact]
    public async Task As_a_channel_or_an_anonymous_admin_writes_nothing()
    {
        Office.Driver.AddChat(Group, "supergroup", "Rapat redaksi");
        await Injects($$$$$"""{"message":{{{{{{From(Rina.Id)}}}}},"chat":{"id":{{{{{Rina.Id}}}}},"type":"private","first_name":"Rina"},"sender_chat":{"id":-100200,"type":"channel","title":"Saluran"},"text":"/tulis"}}""");
        await Injects($$$$$"""{"message":{"message_id":1,"date":1784080000,"from":{"id":{{{{{GroupAnonymousBot}}}}},"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"},"sender_chat":{{{{{Room}}}}},"chat":{{{{{Room}}}}},"text":"/undang"}}""");
        await Injects($$$$$"""{"edited_message":{{{{{{From(Rina.Id)}}}}},"chat":{"id":{{{{{Rina.Id}}}}},"type":"private","first_name":"Rina"},"sender_chat":{"id":-100200,"type":"channel","title":"Saluran"},"edit_date":1784080001,"text":"{{{{{Naskah.Title}}}}}"}}""");
        await Injects($$$$$"""{"message":{"message_id":2,"date":1784080000,"from":{"id":{{{{{Rina.Id}}}}},"is_bot":true,"first_name":"Rina"},"chat":{"id":{{{{{Rina.Id}}}}},"type":"private","first_name":"Rina"},"text":"/tulis"}}""");

        Rina.HearsNothing();
        Assert.Empty(Said(Group));
        Assert.Equal(0, await Office.Read(db => db.Editions.CountAsync(Cancel)));
    }

    [Fact]
    public async Task In_a_group_leads_only_to_the_private_chat_and_spends_no_invitation()
    {
        Office.Driver.AddChat(Group, "supergroup", "Rapat redaksi");
        var code = await Office.Store.Write(async db => (await new PeopleDesk(InvitationRules.Default).Invite(db, new InvitationOrder(Role.Kabid), null, Office.Clock.GetUtcNow(), Cancel)).Code, Cancel);
        var newcomer = Office.Stranger("Dewi Kusuma");
        await newcomer.Says("/bantuan");
        newcomer.Forgets();

        await Injects($$$$$"""{"message":{{{{{{From(newcomer.Id)}}}}},"chat":{{{{{Room}}}}},"text":"/start {{{{{code}}}}}"}}""");
        await Injects($$$$$"""{"message":{{{{{{From(Yeni.Id)}}}}},"chat":{{{{{Room}}}}},"text":"/antrean"}}""");

        Assert.Contains("secara pribadi", Assert.Single(Said(Group)).Text, StringComparison.Ordinal);
        newcomer.HearsNothing();
        Yeni.HearsNothing();
        await newcomer.Says($"/start {code}");
        newcomer.Hears("Anda sekarang terdaftar sebagai");
    }

    [Theory, BothStores]
    public async Task A_group_that_moves_is_followed(StoreProvider provider)
    {
        await DisposeAsync();
        await Begin(provider);
        Office.Driver.AddChat(-42, "group", "Rapat");
        Office.Driver.AddChat(Group, "supergroup", "Rapat redaksi");
        await Office.Write(db =>
        {
            db.Posted.Add(new PostedRow { ChatId = -42, Slot = "kartu", MessageIds = "5", ContentHash = "-", PostedAt = Office.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });

        await Injects($$$$$"""{"message":{"message_id":3,"date":1784080000,"from":{"id":{{{{{Yeni.Id}}}}},"is_bot":false,"first_name":"Yeni"},"chat":{"id":-42,"type":"group","title":"Rapat"},"migrate_to_chat_id":{{{{{Group}}}}}}}""");

        Assert.Equal(Group, (await Office.Read(db => db.Posted.SingleAsync(row => row.Slot == "kartu", Cancel))).ChatId);
    }

    private static string Room => $$$$$"""{"id":{{{{{Group}}}}},"type":"supergroup","title":"Rapat redaksi"}""";

    private string From(long person) => $$$$$""" "message_id":{{{{{900_000 + ++number % 1000}}}}},"date":1784080000,"from":{"id":{{{{{person}}}}},"is_bot":false,"first_name":"Seseorang"} """;

    private async Task Injects(string update)
    {
        Office.Driver.Inject($$$$$"""{"update_id":{{{{{++number}}}}},{{{{{update[1..]}}}}}""");
        await Office.Quiet();
    }

    private IEnumerable<SeenMessage> Said(long chat) => Office.Driver.History(chat).Where(message => message.FromBot);
}
