using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Jadwalkan beside Ya, terbitkan: by a typed time, by the calendar, changed and taken back; looked at again when the time comes.</summary>
public sealed class Scheduling_a_publication : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task A_typed_time_is_kept_told_and_carried_out(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Jadwalkan…");
        Joni.Hears("Terbit kapan?", "besok 07.30");
        await Joni.Says("kapan-kapan");
        Joni.Hears("Waktunya belum terbaca");
        await Joni.Says("kemarin 07.30");
        Joni.Hears("Waktunya belum terbaca");
        await Joni.Says("besok 07.30");

        Joni.Hears(number, "dijadwalkan terbit", "07.30");
        Rina.Hears(number, "disetujui Joni Amir (Kadis)", "dijadwalkan terbit", "07.30");
        var edition = await Office.Newest();
        Assert.Equal(EditionState.Scheduled, edition.State);
        Assert.Equal(["Jadwal ulang", "Batalkan jadwal", "Lainnya"], Joni.WithButton("Jadwal ulang").Labels());
        Assert.Contains("Dijadwalkan terbit", Joni.WithButton("Jadwal ulang").Text, StringComparison.Ordinal);

        // Not a Kabid's.
        var wrong = await Yeni.Forges(Yeni.Chat[^1], new ActButton(Act.Unschedule, edition.Id, new RevisionHash(edition.CurrentHash!).Token).Pack());
        Assert.Equal((true, "Ini tugas Kadis. Anda terdaftar sebagai Kabid."), (wrong.IsAlert, wrong.Text));

        await Passes(edition.DueAt!.Value);
        Rina.Hears(number, "sudah terbit");
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);
        var published = Joni.WithButton("Cabut");
        Assert.Equal(["Buat koreksi", "Cabut"], published.Labels());
        // The clock published; who decided goes on standing there.
        Assert.Matches("^✔ Terbit .*, disetujui Joni Amir \\(Kadis\\) — ", published.Text);
        await Office.Reads("/feed.json", number);
    }

    [Fact]
    public async Task By_the_calendar_then_another_time_and_then_not_at_all()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Office.Endorsed();
        var card = Joni.WithButton("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Jadwalkan…");
        await Joni.Taps("Hari lain…");
        var days = Joni.Hears("Terbit hari apa?").Labels().ToList();
        Assert.Equal(15, days.Count);
        await Joni.Taps(days[3]);
        Joni.Hears("pukul berapa?");
        await Joni.Taps("← Kembali");
        await Joni.Taps(days[2]);
        await Joni.Taps("09.00");

        var first = await Office.Newest();
        var local = TimeZoneInfo.ConvertTime(first.DueAt!.Value, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        Assert.Equal((9, 0, EditionState.Scheduled), (local.Hour, local.Minute, first.State));
        Assert.Contains("Dijadwalkan terbit", Joni.Now(card).Text, StringComparison.Ordinal);

        await Joni.Taps("Jadwal ulang");
        await Joni.Taps(Joni.Now(card).Labels().First());
        var second = await Office.Newest();
        Assert.True(second.DueAt < first.DueAt);
        Assert.Single(await Office.Read(db => db.Due.Where(row => row.Kind == NewsDesk.PublicationDue && row.State == DueState.Waiting).ToListAsync(Cancel)));

        Rina.Forgets();
        await Joni.Taps("Batalkan jadwal");
        Rina.HearsOnly(number, "dibatalkan Joni Amir (Kadis)");
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
        await Passes(first.DueAt.Value);
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Rina.Hears(number, "sudah terbit");
    }

    [Fact]
    public async Task What_cannot_be_published_when_due_comes_back_and_is_tried_again()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Scheduled();
        var edition = await Office.Newest();
        await Yeni.Taps("Lainnya");
        await Yeni.Taps("Kecualikan");
        foreach (var person in new[] { Rina, Joni }) person.Forgets();

        await Passes(edition.DueAt!.Value);
        Rina.Hears(number, "belum dapat terbit");
        var failed = Joni.Hears("Gagal terbit", number, "Belum dapat terbit");
        Assert.Contains("Coba lagi", failed.Labels());
        await Joni.Taps("Coba lagi");
        var blocked = await Joni.Taps("Ya, terbitkan");
        Assert.True(blocked.IsAlert);
        await Joni.Taps("Lainnya");
        await Joni.Taps("Batalkan pengecualian");
        await Joni.Taps("Coba lagi");
        await Joni.Taps("Ya, terbitkan");
        Rina.Hears(number, "sudah terbit");
    }

    /// <summary>Who makes the photos publishes as soon as they are ready, but only what is due by his clock: where it is behind, the due thing still has to be there.</summary>
    [Fact]
    public async Task While_its_photos_are_being_made_it_is_looked_at_again_and_again()
    {
        await Begin(StoreProvider.Sqlite);
        await Scheduled();
        var due = (await Office.Newest()).DueAt!.Value;
        Settlement? early = null, then = null;
        await Office.Write(async db =>
        {
            var row = await db.Due.SingleAsync(each => each.Kind == NewsDesk.PublicationDue, Cancel);
            var photo = await db.Photos.SingleAsync(Cancel);
            Task<Settlement> At(DateTimeOffset now) => Office.Part<PhotoSettlement>().CarryOut(new DueWork(db, new OutboxWriter(db, now), row, now, Cancel));
            photo.State = PhotoState.Waiting;
            await db.SaveChangesAsync(Cancel);
            early = await At(due);
            photo.State = PhotoState.Ready;
            await db.SaveChangesAsync(Cancel);
            then = await At(due.AddSeconds(30));
            await db.SaveChangesAsync(Cancel);
        });

        Assert.Equal(Settlement.Later(due.AddSeconds(30)), early);
        Assert.Equal(Settlement.Done, then);
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);
    }

    [Fact]
    public async Task What_its_SKPD_withdraws_before_is_not_published()
    {
        await Begin(StoreProvider.Sqlite);
        await Scheduled();
        var due = (await Office.Newest()).DueAt!.Value;
        await Rina.Taps("Tarik kembali");
        await Rina.Taps("Ya, tarik");
        Joni.Hears("Ditarik kembali oleh");
        await Passes(due);
        Assert.Equal(EditionState.Withdrawn, (await Office.Newest()).State);
    }

    [Theory]
    [InlineData(true, "baca lengkap: ya")]
    [InlineData(false, "baca lengkap: tidak")]
    public async Task Whether_a_long_text_was_read_is_on_record_as_for_any_approval(bool reads, string recorded)
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SubmitsMoreThanACardHolds();
        await Yeni.Taps("Setujui");
        if (reads) await Joni.Taps("Baca lengkap");
        await Joni.Taps("Setujui");
        await Joni.Taps("Jadwalkan…");
        await Joni.Says("besok 07.30");
        Yeni.Forgets();
        await Yeni.Says($"/riwayat {(await Office.Newest()).Item!.Number}");
        Yeni.HearsOnly("dijadwalkan oleh Joni Amir (Kadis)", recorded);
    }

    private async Task<string> Scheduled()
    {
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Jadwalkan…");
        await Joni.Says("besok 07.30");
        return number;
    }

    private Task Passes(DateTimeOffset instant) => Office.PassesBy(instant - Office.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
}
