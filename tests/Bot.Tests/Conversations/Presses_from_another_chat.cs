using System.Text.Json.Nodes;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>A card's button that is pressed where others read along, or under a message of no chat: an alert, and no change. No transcript: the practice Telegram knows no such presses.</summary>
public sealed class Presses_from_another_chat
{
    [Theory, BothStores]
    public async Task Get_an_alert_and_change_nothing(StoreProvider provider)
    {
        await using var office = await Rehearsal.Begin(provider);
        await office.Rina.Submits();
        var agree = office.Yeni.WithButton("Setujui").AllButtons.First(button => button.Text == "Setujui").Data!;
        office.Yeni.Forgets();
        var yeni = $"\"from\":{{\"id\":{office.Yeni.Id},\"is_bot\":false,\"first_name\":\"Yeni\"}},\"chat_instance\":\"1\",\"data\":\"{agree}\"";
        string[] places =
        [
            """
            "message":{"message_id":9,"date":1784080000,"chat":{"id":-1001000000042,"type":"supergroup","title":"Rapat"},"text":"kartu"}
            """,
            $$"""
            "message":{"message_id":9,"date":1784080000,"chat":{"id":{{office.Rina.Id}},"type":"private","first_name":"Rina"},"text":"kartu"}
            """,
            """
            "inline_message_id":"AbC"
            """,
        ];
        for (var place = 0; place < places.Length; place++)
            office.Driver.Inject($$$"""{"update_id":{{{710_000_000 + place}}},"callback_query":{"id":"lain-{{{place}}}",{{{yeni}}},{{{places[place]}}} }}""");
        await office.Quiet();

        office.Yeni.HearsNothing();
        Assert.Equal(EditionState.InReview, (await office.Newest()).State);
        var answers = office.Driver.Calls.Where(call => call.Method == "answerCallbackQuery" && call.ParametersJson.Contains("lain-", StringComparison.Ordinal)).Select(call => JsonNode.Parse(call.ParametersJson)!).ToList();
        Assert.Equal(["lain-0", "lain-1", "lain-2"], answers.Select(answer => answer["callback_query_id"]!.ToString()).Order(StringComparer.Ordinal));
        Assert.All(answers, answer => Assert.Equal(("true", "Tombol ini hanya berlaku di chat pribadi Anda dengan bot."), (answer["show_alert"]!.ToString(), answer["text"]!.ToString())));
    }
}
