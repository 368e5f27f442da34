using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Bot.Waiting;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Waiting;

public sealed class Texts_that_wait
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    [Theory, BothStores]
    public async Task Are_told_to_the_reviewers_after_4_working_hours_to_Kabid_after_8_and_to_Kadis_after_16(StoreProvider provider)
    {
        await using var at = await Rehearsal.Begin(provider);
        await At(at, DayOfWeek.Monday, 7, 45);
        await at.Appoint(at.Desi, Role.Anggota);
        var number = await at.Rina.Submits();
        Forget(at);

        await At(at, DayOfWeek.Monday, 11, 44);
        Silent(at);
        await At(at, DayOfWeek.Monday, 11, 47);
        foreach (var person in new[] { at.Yeni, at.Budi, at.Desi }) Assert.Contains("Buka naskah", person.HearsOnly($"⏰ {number} sudah 4 jam kerja menunggu evaluasi.", Naskah.Title).Labels());
        Silent(at);
        await At(at, DayOfWeek.Monday, 15, 47);
        foreach (var person in new[] { at.Yeni, at.Budi }) person.HearsOnly($"{number} sudah 8 jam kerja menunggu evaluasi Kabid.");
        Silent(at);
        await At(at, DayOfWeek.Tuesday, 15, 14);
        Silent(at);
        await At(at, DayOfWeek.Tuesday, 15, 17);
        at.Joni.HearsOnly($"{number} sudah 16 jam kerja menunggu evaluasi dan belum ditangani Kabid.");
        Silent(at);
        // Each once, whatever restarts.
        await at.Restart();
        await at.PassesBy(TimeSpan.FromDays(10));
        foreach (var person in new[] { at.Rina, at.Desi, at.Fajar }) person.HearsNothing();
        Assert.Equal(3, await at.Read(db => db.Due.CountAsync(row => row.Kind == Escalations.Kind && row.State == DueState.Done)));

        var old = at.Yeni.WithButton("Setujui");
        await at.Yeni.Taps("Buka naskah");
        var card = at.Yeni.WithButton("Setujui");
        Assert.True(card.Id > old.Id);
        Assert.Matches($"Menunggu evaluasi · {number} · masuk .* · menunggu 1[0-9] hari", card.Text);
    }

    [Theory, BothStores]
    public async Task Begin_anew_with_each_step_and_end_with_the_decision(StoreProvider provider)
    {
        await using var at = await Rehearsal.Begin(provider);
        await At(at, DayOfWeek.Friday, 14, 0);
        var number = await at.Rina.Submits();
        await At(at, DayOfWeek.Friday, 15, 0);
        await at.Yeni.Taps("Setujui");
        Forget(at);
        // An hour on Friday and three on Monday.
        await At(at, DayOfWeek.Monday, 10, 29);
        Silent(at);
        await At(at, DayOfWeek.Monday, 10, 32);
        at.Joni.HearsOnly($"{number} sudah 4 jam kerja menunggu persetujuan Kadis.");
        Silent(at);
        await At(at, DayOfWeek.Monday, 14, 32);
        foreach (var person in new[] { at.Joni, at.Fajar }) person.HearsOnly($"{number} sudah 8 jam kerja", "dapat didelegasikan kepada Plh. atau Plt.: /delegasi");
        Silent(at);
        await at.Joni.Taps("Kembalikan");
        await at.Joni.Taps("Data perlu dicek");
        Forget(at);
        await At(at, DayOfWeek.Thursday, 9, 0);
        Silent(at);

        await at.Rina.Taps("Jawab");
        await at.Rina.Says("Datanya dari BPS 2025.");
        Forget(at);
        await At(at, DayOfWeek.Thursday, 12, 59);
        Silent(at);
        await At(at, DayOfWeek.Thursday, 13, 2);
        foreach (var person in new[] { at.Yeni, at.Budi }) person.HearsOnly($"{number} sudah 4 jam kerja menunggu evaluasi.");
        await at.Rina.Taps("Tarik kembali");
        await at.Rina.Taps("Ya, tarik");
        Forget(at);
        await at.PassesBy(TimeSpan.FromDays(10));
        Silent(at);
    }

    [Fact]
    public async Task Are_told_by_the_settings_and_never_where_those_say_so()
    {
        await using var at = await Rehearsal.Begin(StoreProvider.Sqlite, "--Jobs:Escalation:ReviewersHours=1", "--Jobs:Escalation:KabidHours=0", "--Jobs:Escalation:KadisHours=0");
        await At(at, DayOfWeek.Monday, 8, 0);
        var number = await at.Rina.Submits();
        Forget(at);
        await At(at, DayOfWeek.Monday, 9, 2);
        at.Yeni.HearsOnly($"{number} sudah 1 jam kerja");
        at.Budi.Forgets();
        await at.PassesBy(TimeSpan.FromDays(10));
        Silent(at);
    }

    [Theory, BothStores]
    public async Task Stand_in_the_digest_of_the_morning_and_of_noon_on_working_days_oldest_first(StoreProvider provider)
    {
        await using var at = await Rehearsal.Begin(provider, "--Jobs:MorningDigest=0 30 7 * * ?", "--Jobs:NoonDigest=0 0 13 * * ?", "--Jobs:Escalation:ReviewersHours=0", "--Jobs:Escalation:KabidHours=0", "--Jobs:Escalation:KadisHours=0", "--Jobs:Escalation:ApprovalHours=0", "--Jobs:Escalation:DelegationHours=0");
        await At(at, DayOfWeek.Friday, 14, 0);
        var first = await at.Rina.Submits();
        await At(at, DayOfWeek.Friday, 15, 0);
        var second = await at.Hendri.Submits("Puskesmas keliling melayani nagari terjauh", 2);
        Forget(at);
        await At(at, DayOfWeek.Sunday, 20, 0);
        Silent(at);
        await At(at, DayOfWeek.Monday, 7, 31);
        var digest = at.Yeni.HearsOnly("2 naskah menunggu Anda, yang paling lama di atas:");
        Assert.Equal([$"{first} · 2 hari · Disdukcapil jemput bola", $"{second} · 2 hari · Puskesmas keliling"], digest.Labels().Take(2).Select(label => string.Join(' ', label.Split(' ').Take(label.StartsWith(first, StringComparison.Ordinal) ? 8 : 7))));
        Assert.Equal("Antrean", digest.Labels().Last());
        at.Budi.Forgets();
        // Nothing waits for the others.
        Silent(at);

        await at.Yeni.Taps(digest.Labels().First());
        at.Yeni.Hears("Menunggu evaluasi", first);
        await at.Yeni.Taps("Setujui");
        Forget(at);
        await At(at, DayOfWeek.Monday, 13, 1);
        at.Yeni.HearsOnly("1 naskah menunggu Anda");
        Assert.Empty(at.Yeni.Now(digest).AllButtons);
        at.Joni.HearsOnly("1 naskah menunggu Anda");
        at.Budi.Forgets();
        Silent(at);
    }

    /// <summary>The office's clock moves on to the next such weekday and time.</summary>
    private static Task At(Rehearsal at, DayOfWeek day, int hour, int minute)
    {
        var now = at.Clock.GetUtcNow();
        var date = office.Today(now);
        while (date.DayOfWeek != day || office.At(date, new TimeOnly(hour, minute)) <= now) date = date.AddDays(1);
        return at.PassesBy(office.At(date, new TimeOnly(hour, minute)) - now);
    }

    private static Person[] Everybody(Rehearsal at) => [at.Rina, at.Hendri, at.Yeni, at.Budi, at.Joni, at.Desi, at.Fajar];

    private static void Forget(Rehearsal at)
    {
        foreach (var person in Everybody(at)) person.Forgets();
    }

    private static void Silent(Rehearsal at)
    {
        foreach (var person in Everybody(at)) person.HearsNothing();
    }
}
