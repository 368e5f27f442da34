using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>The place and date of the event that an item tells of.</summary>
public static class KegiatanTeks
{
    public const string Tombol = "Tempat dan tanggal";

    public const string Kosongkan = "Kosongkan";

    public static StyledText Tanya(Occasion? now)
        => ChatText.Of($"Di mana dan kapan <b>kegiatannya</b>? Misalnya: Nagari Taram, 23 November 2026. Boleh tempatnya saja atau tanggalnya saja.{(now is null ? "" : $"\nSekarang: {Keterangan(now)}")}");

    public static StyledText TidakTerbaca()
        => ChatText.Of($"Belum terbaca. Tulis tempatnya (paling panjang {Occasion.LongestPlace} karakter, tanpa nomor panjang), koma, lalu tanggalnya; misalnya: Nagari Taram, 23 November 2026.");

    public static string Kapan(Occasion occasion) => ChatText.Line($"Kegiatan: {Keterangan(occasion)}");

    public static string Keterangan(Occasion occasion) => string.Join(", ", new[] { occasion.Place, occasion.On?.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("id-ID")) }.Where(part => part is not null));
}
