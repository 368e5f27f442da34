using KominfoBot.Sandbox;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>One step of a person: what is done, and how it is seen that the bot has understood.</summary>
internal sealed record MainStep(string Name, Func<Task> Act, Func<long, Task> Seen);

/// <summary>From /tulis to the portal, step by step.</summary>
internal static class MainPath
{
    public static IReadOnlyList<MainStep> Of(Office office, Sample sample) =>
    [
        Say(office, "/tulis", "/tulis", "Judul"),
        Say(office, "judul", sample.Title, "isi beritanya"),
        Say(office, "isi 1", sample.Beginning, "1 pesan"),
        Say(office, "isi 2", sample.Ending, "2 pesan"),
        Press(office, Office.Author, "Selesai", Office.Author, "Foto kegiatan"),
        new("dua foto", () => { office.Telegram.SendAlbum(Office.Author.TelegramId, [Office.Photo(0), Office.Photo(1)], "Penyerahan buku", "Para murid"); return Task.CompletedTask; }, since => office.Hears(Office.Author, "2 foto diterima", since)),
        Press(office, Office.Author, "Selesai", Office.Author, "kategori", "foto diterima"),
        Press(office, Office.Author, "Pendidikan", Office.Author, "2 foto ·"),
        new("Kirim", async () => await office.Press(Office.Author, "Kirim"), since => office.Telegram.HearsAsync(Office.Author.TelegramId, message => Office.IsReceipt(message) || message.AllButtons.Any(button => button.Text == "Tetap kirim"), since, Office.Patience, TestContext.Current.CancellationToken)),
        new("Tetap kirim, bila ditanya", () => Insist(office), _ => office.Sees(Office.Kabid, "Setujui", text: sample.Title)),
        new("Kabid: Setujui", () => office.Press(Office.Kabid, "Setujui", sample.Title), _ => office.Sees(Office.Kadis, "Setujui", text: sample.Title)),
        new("Kadis: Setujui", () => office.Press(Office.Kadis, "Setujui", sample.Title), _ => office.Sees(Office.Kadis, "Ya, terbitkan", text: sample.Title)),
        new("Kadis: Ya, terbitkan", () => office.Press(Office.Kadis, "Ya, terbitkan", sample.Title), since => office.Hears(Office.Author, "sudah terbit:", since)),
    ];

    private static MainStep Say(Office office, string name, string text, string heard)
        => new(name, () => { office.Telegram.Say(Office.Author.TelegramId, text); return Task.CompletedTask; }, since => office.Hears(Office.Author, heard, since));

    private static MainStep Press(Office office, SandboxPhone who, string button, SandboxPhone listener, string heard, string on = "")
        => new($"{who.Label}: {button}", () => office.Press(who, button, on), since => office.Hears(listener, heard, since));

    /// <summary>Warnings are acknowledged; without any the receipt stands already.</summary>
    private static async Task Insist(Office office)
    {
        if (!office.Telegram.History(Office.Author.TelegramId).Any(message => message.FromBot && Office.IsReceipt(message))) await office.Press(Office.Author, "Tetap kirim");
    }
}
