using System.Globalization;
using System.Text.RegularExpressions;
using KominfoBot.Bot.Tests.Photos;
using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Texts and photos as an SKPD sends them, and the usual ways of sending a whole item.</summary>
internal static partial class Naskah
{
    public const string Title = "Disdukcapil jemput bola rekam KTP di Nagari Taram";

    /// <summary>A body of 90 words in sentences of twenty, another one for each number.</summary>
    public static string Body(int number = 1) => string.Create(CultureInfo.InvariantCulture,
        $"Sarilamak, Disdukcapil — Petugas mendatangi warga nagari kelompok {number}. ") + string.Join(' ', Enumerable.Range(1, 82).Select(word => $"{(word % 20 == 1 ? "Kata" : "kata")}{number}x{word}{(word % 20 == 0 ? "." : "")}")) + ".";

    /// <summary>A photo large enough for the portal; another one for each number.</summary>
    public static byte[] Photo(int number = 1) => Pictures.Png(960, 640, (_, y) => ((byte)(number * 37), (byte)(number * 11), (byte)(y / 32)));

    /// <summary>Sends a whole item and submits it.</summary>
    /// <returns>Its number.</returns>
    public static async Task<string> Submits(this Person author, string title = Title, int number = 1)
    {
        await author.SendsPhoto(Photo(number), $"{title}\n{Body(number)}");
        await author.Taps("Kirim");
        await author.Taps("Tetap kirim");
        return NumberIn(author.Hears("Terkirim ke Kominfo").Text);
    }

    /// <summary>Writes and submits a body of which a card shows only the beginning.</summary>
    public static async Task SubmitsMoreThanACardHolds(this Person author)
    {
        await author.Says("/tulis");
        await author.Says(Title);
        await author.Pastes(string.Join(' ', Enumerable.Range(1, 900).Select(word => $"w{word}")));
        await author.Taps("Selesai");
        await author.SendsPhoto(Photo(), "Keterangan.");
        await author.Taps("Selesai");
        await author.Taps("Kesehatan");
        await author.Taps("Kirim");
        await author.Taps("Tetap kirim");
    }

    /// <summary>Submitted and endorsed by Yeni, so that it lies before Joni.</summary>
    public static async Task<string> Endorsed(this Rehearsal office, string title = Title, int number = 1)
    {
        var given = await office.Rina.Submits(title, number);
        await office.Yeni.Taps("Setujui");
        return given;
    }

    public static string NumberIn(string text) => ItemNumber().Match(text) is { Success: true } match ? match.Value : throw new ArgumentException($"No number in “{text}”", nameof(text));

    public static IEnumerable<string> Labels(this SeenMessage message) => message.AllButtons.Select(button => button.Text);

    [GeneratedRegex(@"[A-Z][A-Z-]*-20\d\d-\d{4}")]
    private static partial Regex ItemNumber();
}
