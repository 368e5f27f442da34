using System.Collections.Immutable;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Tests.Papers;

/// <summary>A week of many SKPDs in all verdicts, as a store would give it.</summary>
internal static class SampleReport
{
    public static readonly IsoWeek Week = new(2026, 47);

    public static readonly OfficeTime Office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    private static readonly DateTimeOffset monday = new(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);

    public static WeekReport Of(IEnumerable<string> names, bool frozen = true)
    {
        var lines = names.Select((name, at) => Line(name, at, frozen)).ToImmutableArray();
        ImmutableArray<RecapCorrection> corrections = frozen ? [new(new PostingSkpd("DINKES", "Dinkes", false, null, []), new WeekCell(Week, Obligation.Due, 2, 2, 0, Row("DINKES", 1)))] : [];
        return new WeekReport(Week, new Letterhead("Kabupaten Lima Puluh Kota", "Dinas Komunikasi dan Informatika", "Kompleks Kantor Bupati, Sarilamak · Telepon (0752) 12345 · kominfo.limapuluhkotakab.go.id"),
            new Signer("Plh. Kepala Dinas Komunikasi dan Informatika", "Drs. Budi Hartono, M.Si.", "197001011995031001"), monday.AddHours(2), frozen ? monday : null,
            frozen ? new WeekFigures(81, 74, 70, 61, new TimeSpan(3, 10, 0), new TimeSpan(0, 41, 0), new TimeSpan(2, 29, 0), new Dictionary<string, int> { ["Bukan berita"] = 2, ["=1+1"] = 1 }) : null, lines, corrections);
    }

    public static IEnumerable<string> Sixty => Enumerable.Range(1, 60).Select(at => at % 7 == 0 ? $"Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana {at}" : $"Dinas Contoh {at}");

    private static ReportLine Line(string name, int at, bool frozen)
    {
        var obligation = (at % 11) switch { 9 => Obligation.NoAdmin, 10 => Obligation.Exempt, _ => Obligation.Due };
        var (counted, provisional) = (at % 5) switch { 0 => (0, 0), 1 => (1, 1), 4 => (1, 0), _ => (2 + (at % 3), 0) };
        var figures = frozen ? new WeekFigures(2, counted, 2, 1, counted == 0 ? null : TimeSpan.FromMinutes(70 + (at * 97)), counted == 0 ? null : TimeSpan.FromMinutes(at * 13), counted == 0 ? null : TimeSpan.FromMinutes(70 + (at * 84)), new Dictionary<string, int>()) : null;
        return new ReportLine($"SKPD-{at}", name, name.Length > 30 ? name[..Math.Min(name.Length, 30)] : name, obligation, 2, counted, provisional, at % 13, figures,
            [.. Enumerable.Range(0, PostingTable.Window).Select(week => new WeekCell(Week.Plus(week + 1 - PostingTable.Window), obligation, 2, (at + week) % 4, week == PostingTable.Window - 1 ? provisional : 0, null))]);
    }

    private static WeekRecapRow Row(string code, int counted) => new()
    {
        Week = Week.Ordinal, SkpdCode = code, SkpdName = code, Obligation = Obligation.Due, Required = 2, Counted = counted, Provisional = 0, Streak = 0, SettledStreak = 0, Figures = WeekFigures.None, FrozenAt = monday,
    };
}
