using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>What people know from the app on their own phone, and look for here.</summary>
public sealed class What_a_chat_app_does(Chromium chromium)
{
    private const long Yeni = 7_001_000_003;

    [Fact]
    public Task Albums_lie_as_mosaics_and_open_large() => chromium.Office.Visit(async desk =>
    {
        var rina = desk.Phone("Rina");
        await rina.Attaches("Tiga foto kegiatan", Naskah.Photo, Naskah.OtherPhoto, "pasar tani");
        var album = rina.Screen.Locator(".row.mine .bubble").Filter(new() { Has = desk.Page.Locator(".mosaic") });
        await Expect(album).ToHaveCountAsync(1);
        await Expect(album.Locator(".tile img")).ToHaveCountAsync(3);
        await Expect(album.Locator(".text")).ToHaveTextAsync("Tiga foto kegiatan");
        Assert.True(await album.Locator("img").EvaluateAllAsync<bool>("images => Promise.all(images.map(image => image.decode().then(() => image.naturalWidth > 0))).then(all => all.every(Boolean))"));
        await desk.Picture("album");
        await album.Locator(".tile").Nth(1).ClickAsync();
        await Expect(desk.Page.Locator(".viewer-count")).ToHaveTextAsync("2 dari 3");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(desk.Page.Locator(".viewer-count")).ToHaveTextAsync("3 dari 3");
        await desk.Picture("foto-besar");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.Locator(".viewer")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Buttons_have_their_colours_and_answers_their_shape() => chromium.Office.Visit(async desk =>
    {
        var yeni = desk.Phone("Yeni");
        var sent = await desk.Office.Call("sendMessage", new
        {
            chat_id = Yeni,
            text = "Tombol",
            reply_markup = new { inline_keyboard = new object[][] { [new { text = "Hijau", callback_data = "a", style = "success" }, new { text = "Merah", callback_data = "b", style = "danger" }, new { text = "Biasa", callback_data = "c" }] } },
        });
        Assert.Equal("rgb(29, 131, 72)", await yeni.Button("Hijau").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Equal("rgb(192, 57, 43)", await yeni.Button("Merah").EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        await desk.Office.Call("editMessageText", new { chat_id = Yeni, message_id = sent.GetProperty("message_id").GetInt32(), text = "Tombol, lain" });
        await Expect(yeni.Heard("Tombol, lain").Locator(".edited")).ToHaveTextAsync("diedit");
        await desk.Office.Call("sendChatAction", new { chat_id = Yeni, action = "typing" });
        await Expect(yeni.Screen.Locator(".chat-status")).ToHaveTextAsync("sedang mengetik…");

        // An expandable quote folds long text; a reply leads to what it answers.
        var text = string.Join('\n', Enumerable.Range(1, 12).Select(line => $"baris {line}"));
        await desk.Office.Call("sendMessage", new { chat_id = Yeni, text, entities = new[] { new { type = "expandable_blockquote", offset = 0, length = text.Length } }, reply_parameters = new { message_id = sent.GetProperty("message_id").GetInt32() } });
        var quote = yeni.Heard("baris 1").Last;
        var folded = (await quote.Locator(".quote-text").BoundingBoxAsync())!.Height;
        await quote.Locator(".quote-toggle").ClickAsync();
        Assert.True((await quote.Locator(".quote-text").BoundingBoxAsync())!.Height > folded * 2);
        await quote.Locator(".reply").ClickAsync();
        await Expect(yeni.Heard("Tombol, lain").First.Locator("xpath=ancestor::li")).ToContainClassAsync("flash");
        await desk.Picture("kutipan");

        // A toast fades by itself, an alert waits for OK.
        await yeni.Says("/antrean");
        await yeni.Hears("Tidak ada naskah yang menunggu Anda.");
        await yeni.Says("/tulis");
        await yeni.Hears("bukan untuk Kabid");
    });

    [Fact]
    public Task A_link_to_the_bot_opens_in_the_phone() => chromium.Office.Visit(async desk =>
    {
        var yeni = desk.Phone("Yeni");
        await desk.Office.Call("sendMessage", new { chat_id = Yeni, text = "Lihat naskah", entities = new[] { new { type = "text_link", offset = 0, length = 12, url = "https://t.me/KominfoSandboxBot?start=lihat_1" } } });
        await yeni.Heard("Lihat naskah").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(yeni.Said("/start lihat_1")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_long_paste_is_split_a_message_is_passed_on_and_the_bot_is_blocked() => chromium.Office.Visit(async desk =>
    {
        var (rina, yeni) = (desk.Phone("Rina"), desk.Phone("Yeni"));
        var word = "gotong royong warga nagari ";
        await rina.Field.FillAsync(string.Concat(Enumerable.Repeat(word, 4600 / word.Length)));
        await Expect(rina.Screen.Locator(".pieces")).ToContainTextAsync("terkirim sebagai 2 pesan");
        await rina.Screen.Locator(".send").ClickAsync();
        await Expect(rina.Said("gotong royong")).ToHaveCountAsync(2);

        await rina.Says("Tolong diteruskan");
        await rina.Chooses(rina.Said("Tolong diteruskan").Last, "Teruskan…");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^..? ?Yeni|Yeni Safitri") }).ClickAsync();
        await Expect(yeni.Said("Tolong diteruskan").Locator(".forwarded")).ToContainTextAsync("Diteruskan dari Rina Marlina");
        await rina.Chooses(rina.Said("Tolong diteruskan").Last, "Balas");
        await rina.Says("ini balasan");
        await Expect(rina.Said("ini balasan").Locator(".reply")).ToContainTextAsync("Tolong diteruskan");
        await rina.Chooses(rina.Said("ini balasan").Last, "Ubah");
        await rina.Says("ini balasan yang diubah");
        await Expect(rina.Said("ini balasan yang diubah").Locator(".edited")).ToHaveTextAsync("diedit");
        await desk.Picture("teruskan");

        await yeni.Screen.GetByRole(AriaRole.Button, new() { Name = "Pilihan" }).ClickAsync();
        await yeni.Screen.GetByRole(AriaRole.Menuitem, new() { Name = "Blokir bot" }).ClickAsync();
        await Expect(yeni.Screen.GetByText("BUKA BLOKIR")).ToBeVisibleAsync();
        await Expect(yeni.Field).ToBeHiddenAsync();
        await yeni.Screen.GetByText("BUKA BLOKIR").ClickAsync();
        await Expect(yeni.Field).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_sample_release_becomes_a_draft() => chromium.Office.Visit(async desk =>
    {
        var rina = desk.Phone("Rina");
        await rina.Screen.Locator(".attach").ClickAsync();
        await desk.Picture("contoh-dokumen");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Rilis .docx" }).ClickAsync();
        await rina.Hears("“Rilis layanan akta kelahiran.docx” saya siapkan sebagai draf");
        await rina.Hears("Kependudukan · 1 foto");
        await desk.Picture("rilis-word");
    });

    [Fact]
    public Task Own_photos_and_files_are_sent_as_a_phone_sends_them() => chromium.Office.Visit(async desk =>
    {
        var rina = desk.Phone("Rina");
        await rina.Screen.Locator(".attach").ClickAsync();
        await desk.Dialog.GetByLabel("Foto dari komputer").SetInputFilesAsync(new FilePayload { Name = "IMG_0001.png", MimeType = "image/png", Buffer = await desk.Page.Locator("#banner").ScreenshotAsync() });
        await Expect(desk.Dialog.Locator(".picked img")).ToHaveCountAsync(1);
        await desk.Dialog.Locator(".dialog-actions .primary").ClickAsync();
        await Expect(rina.Screen.Locator(".row.mine .tile img")).ToHaveCountAsync(1);

        await rina.Screen.Locator(".attach").ClickAsync();
        await desk.Dialog.GetByLabel("Berkas dari komputer").SetInputFilesAsync(new FilePayload { Name = "Rilis <b>.docx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });
        await Expect(rina.Screen.Locator(".row.mine .file b")).ToHaveTextAsync("Rilis <b>.docx");
        await Expect(rina.Screen.Locator(".row:not(.mine)").Last).ToBeVisibleAsync();
        await rina.Screen.Locator(".attach").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Stiker" }).ClickAsync();
        await rina.Hears("Maaf, untuk berita saya hanya menerima");
        await desk.Picture("lampiran");
    });

    [Fact]
    public Task Starting_over_empties_the_office() => chromium.Office.Visit(async desk =>
    {
        var rina = desk.Phone("Rina");
        await rina.Says("dari latihan yang lama");
        await desk.Tool("Mulai dari awal").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Ya, mulai dari awal" }).ClickAsync();
        await Expect(rina.Said("dari latihan yang lama")).ToHaveCountAsync(0);
        await rina.Hears("Selamat datang");
    });
}
