using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class NoticeTests
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    [Theory]
    [InlineData("17:59", false)]
    [InlineData("18:00", true)]
    [InlineData("23:30", true)]
    [InlineData("06:29", true)]
    [InlineData("06:30", false)]
    public async Task In_quiet_hours_notices_and_cards_come_at_once_but_without_sound(string time, bool isSilent)
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, office: new ManualClock(office.At(new DateOnly(2026, 11, 25), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture))));
        await stage.Plant.Say(outbox =>
        {
            outbox.Send(1, new TextMessage(StyledText.Plain("kabar")), Priority.Notice);
            outbox.Send(2, new TextMessage(StyledText.Plain("kartu")), Priority.Card);
            outbox.Send(3, new TextMessage(StyledText.Plain("balasan")));
            outbox.Send(4, new TextMessage(StyledText.Plain("serta-merta")) { Urgent = true }, Priority.Notice);
            outbox.Send(5, new TextMessage(StyledText.Plain("pelan"), Silent: true));
        });
        await stage.Plant.Drained();

        Assert.Equal(
            [(1, isSilent), (2, isSilent), (3, false), (4, false), (5, true)],
            stage.Api.CallsOf("sendMessage")
                .Select(call => (int.Parse(call.Fields["chat_id"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), call.Fields["disable_notification"]?.ToString() is "true" or "True")).Order());
    }

    [Theory, BothStores]
    public async Task The_same_words_to_the_same_chat_within_ten_minutes_are_said_once(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        var start = ManualClock.WednesdayMorning;
        await Say(start, 1, "Bot diblokir.", "Bot diblokir.");
        await Say(start.AddMinutes(9), 1, "Bot diblokir.", "Lain.");
        await Say(start.AddMinutes(9), 2, "Bot diblokir.");
        await Say(start.AddMinutes(10), 1, "Bot diblokir.");
        await Say(start.AddMinutes(11), 1, "Bot diblokir.");

        Assert.Equal(["1 0 Bot diblokir.", "1 9 Lain.", "2 9 Bot diblokir.", "1 10 Bot diblokir."], await Said());

        async Task Say(DateTimeOffset now, long chat, params string[] words) => await at.Store.Write(db =>
        {
            var outbox = new OutboxWriter(db, now);
            foreach (var text in words) outbox.Send(chat, new TextMessage(StyledText.Plain(text)), Priority.Notice);
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        async Task<IEnumerable<string>> Said() => (await at.Store.Read(db => Task.FromResult(db.ToSend.OrderBy(row => row.Sequence).ToList()), TestContext.Current.CancellationToken))
            .Select(row => $"{row.ChatId} {(row.CreatedAt - start).TotalMinutes} {((TextMessage)Outgoing.FromPayload(row.Payload)).Text.Text}");
    }

    [Fact]
    public async Task What_could_not_be_said_and_facts_of_their_own_are_said_again()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await at.Store.Write(async db =>
        {
            var outbox = new OutboxWriter(db, ManualClock.WednesdayMorning);
            outbox.Send(1, new TextMessage(StyledText.Plain("a")), Priority.Notice);
            await db.SaveChangesAsync();
            db.ToSend.Single().State = ToSendState.Unreachable;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            outbox.Send(1, new TextMessage(StyledText.Plain("a")), Priority.Notice);
            outbox.Send(1, new TextMessage(StyledText.Plain("a")), Priority.Notice, again: true);
            outbox.Send(1, new TextMessage(StyledText.Plain("a")));
        }, TestContext.Current.CancellationToken);
        Assert.Equal(4, await at.Store.Read(db => Task.FromResult(db.ToSend.Count()), TestContext.Current.CancellationToken));
    }
}
