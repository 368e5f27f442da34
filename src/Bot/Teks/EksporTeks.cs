using System.Globalization;
using KominfoBot.Bot.Export;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal hears about an export.</summary>
public static class EksporTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static StyledText Periode() => ChatText.Of($"<b>Ekspor</b> naskah dengan semua langkahnya, riwayat pengangkatan, dan rantai audit. Periode mana?");

    public static StyledText Format(PeriodChoice choice, ExportPeriod period)
        => ChatText.Of($"<b>{Nama(choice)}</b>: {Rentang(period)}. Dalam bentuk apa? XLSX dan JSON memuat semuanya dalam satu berkas, CSV satu berkas untuk tiap tabel.");

    public static StyledText Dikirim(PeriodChoice choice, ExportPeriod period, ExportFormat format)
        => ChatText.Of($"<b>Ekspor {format.ToString().ToUpperInvariant()}</b>, {Nama(choice).ToLower(Indonesian)}: {Rentang(period)}. Berkasnya memuat nama petugas; mohon disimpan baik-baik. Pengambilan ini tercatat.");

    public static string TerlaluBesar(long bytes, long limit)
        => ChatText.Line($"Berkasnya {(bytes / 1_000_000.0).ToString("0.0", Indonesian)} MB, batas Telegram {limit / 1_000_000} MB. Pilih periode yang lebih pendek, atau pakai perintah `export` di server.");

    public static string Nama(PeriodChoice choice) => choice switch
    {
        PeriodChoice.ThisWeek => ChatText.Line($"Pekan ini"),
        PeriodChoice.LastWeek => ChatText.Line($"Pekan lalu"),
        PeriodChoice.ThisMonth => ChatText.Line($"Bulan ini"),
        PeriodChoice.LastMonth => ChatText.Line($"Bulan lalu"),
        PeriodChoice.ThisYear => ChatText.Line($"Tahun ini"),
        _ => ChatText.Line($"Tahun lalu"),
    };

    private static string Rentang(ExportPeriod period) => ChatText.Line($"{period.From.ToString("d MMM yyyy", Indonesian)} sampai {period.Until.ToString("d MMM yyyy", Indonesian)}");
}
