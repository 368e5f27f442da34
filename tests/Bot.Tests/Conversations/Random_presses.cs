using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// People without the right to decide press with the data of everybody's buttons, changed at random: each press is answered, nothing is decided or published by
/// them, and the audit chain holds.
/// </summary>
public sealed class Random_presses
{
    private const int InARound = 40;

    [Fact]
    public Task Decide_nothing() => Fuzzing.Rounds(1, async random =>
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite);
        await office.Rina.Submits();
        await office.Hendri.Says("/tulis");
        await office.Hendri.Says("Puskesmas Guguak melayani imunisasi anak setiap Rabu");
        Person[] pressing = [office.Rina, office.Hendri, office.Desi];
        var data = new[] { office.Rina, office.Hendri, office.Yeni, office.Joni, office.Desi, office.Fajar }.SelectMany(person => person.Chat).SelectMany(message => message.AllButtons).Select(button => button.Data).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(data.Count > 10, $"{data.Count}");

        for (var press = 0; press < InARound; press++)
        {
            var person = random.Any(pressing);
            var message = random.Any([.. person.Chat.Where(message => message.FromBot)]);
            Assert.NotNull(await person.Forges(message, Changed(random.Any(data), random)));
        }

        var acts = await office.Read(db => db.AuditEvents.Select(entry => entry.Act).ToListAsync(TestContext.Current.CancellationToken));
        foreach (var decision in (Act[])[Act.Endorse, Act.Approve, Act.Return, Act.Reject, Act.Publish, Act.Retract, Act.PublishUrgently, Act.PullNow]) Assert.DoesNotContain(decision.ToString(), acts);
        Assert.Equal(0, await office.Read(db => db.Publications.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(await office.Read(db => db.Received.Where(row => row.State == ReceivedState.Failed).Select(row => row.LastError + row.Payload).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.True((await office.Read(db => AuditChain.Verify(db, TestContext.Current.CancellationToken))).Whole);
    }, TestContext.Current.SendDiagnosticMessage);

    /// <summary>As it was, with one sign changed, cut, lengthened, another number in it, or something else altogether.</summary>
    private static string Changed(string data, Random random)
    {
        var changed = random.Next(6) switch
        {
            0 => data,
            1 => data.Remove(random.Next(data.Length), 1),
            2 => data.Insert(random.Next(data.Length), ((char)random.Next(0x20, 0x7F)).ToString()),
            3 => string.Concat(data.Select(sign => char.IsAsciiDigit(sign) && random.Next(2) == 0 ? (char)('0' + random.Next(10)) : sign)),
            4 => data[..random.Next(data.Length)] + random.Any([":", "::", ":9223372036854775808", ":-1", "\0", "🙂"]),
            _ => random.AnyText(),
        };
        // More than 64 bytes, or none, no client can send (Bot API, InlineKeyboardButton).
        while (System.Text.Encoding.UTF8.GetByteCount(changed) > 64) changed = changed[..(changed.Length / 2)];
        return changed.Length == 0 ? "x" : changed;
    }
}
