using System.Buffers;
using KominfoBot.Testing;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>Whatever a person writes is shown as it was written, and is never anything but text.</summary>
public sealed class Text_is_only_text(Chromium chromium)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>&\"'`{");

    private const string Attack = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script><a href='javascript:window.owned=1'>x</a>&lt;b&gt;";
    private const string Title = "Warga <b onmouseover=window.owned=1>Taram</b> & <script>window.owned=1</script> rekam KTP";

    [Fact]
    public Task Naughty_strings_in_a_chat() => chromium.Office.Visit(async desk =>
    {
        // Those that a page could take for its own language; as few messages as hold them.
        var naughty = NaughtyStrings.All.Where(text => text.AsSpan().ContainsAny(Signs) && !string.IsNullOrWhiteSpace(text)).Select(text => text.Replace("\0", "", StringComparison.Ordinal)).ToList();
        var messages = new List<string> { Attack };
        foreach (var text in naughty)
            if (messages.Count == 1 || messages[^1].Length + text.Length > 3000) messages.Add("a" + text);
            else messages[^1] += "\n" + text;
        var kinds = await Kinds(desk);
        foreach (var message in messages) await desk.Office.Act("say", new { chat = Rina, text = message });

        var shown = desk.Phone("Rina").Screen.Locator(".row.mine .text");
        await Expect(shown).ToHaveCountAsync(messages.Count + 1);
        var texts = (await shown.AllTextContentsAsync()).Skip(1).ToList();
        Assert.Equal(messages.Select(Plain), texts.Select(Plain));
        Assert.Equal(kinds, await Kinds(desk));
        await desk.Picture("teks-nakal");
        Assert.Null(await desk.Page.EvaluateAsync<int?>("() => window.owned ?? null"));
    });

    [Fact]
    public Task In_names_captions_titles_and_the_portal() => chromium.Office.Visit(async desk =>
    {
        await desk.Office.Act("phones", new { name = "<img src=x onerror=window.owned=1>", label = Attack });
        var rina = desk.Phone("Rina");
        await rina.Attaches($"{Title}\n{Naskah.Body}\n{Attack}", Naskah.Photo);
        await rina.Hears("1 foto");
        await rina.SendsIn();
        await desk.Phone("Yeni").Hears("Menunggu evaluasi");
        await desk.Phone("Yeni").Taps("Setujui");
        await desk.Phone("Joni").Hears("Menunggu persetujuan");
        await desk.Phone("Joni").Taps("Setujui");
        await desk.Phone("Joni").Taps("Ya, terbitkan");
        await desk.Portal.Locator(".story").Filter(new() { HasText = Title }).ClickAsync();
        await Expect(desk.Portal.Locator("article h3")).ToHaveTextAsync(Title);
        await Expect(desk.Portal.Locator("article")).ToContainTextAsync("<script>window.owned=1</script>");
        await desk.Chip("Mesin").ClickAsync();
        await Expect(desk.Page.Locator(".machine table").First).ToBeVisibleAsync();
        await desk.Picture("teks-nakal-terbit");
        Assert.Null(await desk.Page.EvaluateAsync<int?>("() => window.owned ?? null"));
        Assert.Equal(0, await desk.Page.Locator("[onerror], [onmouseover], a[href^='javascript:'], main script, main iframe, main style").CountAsync());
    });

    private const long Rina = 7_001_000_001;

    /// <summary>White space is the bot server's and the browser's own affair.</summary>
    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));

    /// <summary>The kinds of elements that a chat is made of.</summary>
    private static Task<string> Kinds(Desk desk) => desk.Page.EvaluateAsync<string>(
        "() => [...new Set([...document.querySelectorAll('.rows *')].map(e => e.tagName))].filter(tag => ['SCRIPT', 'IMG', 'IFRAME', 'STYLE', 'FORM', 'INPUT', 'OBJECT', 'EMBED', 'META', 'LINK', 'VIDEO', 'AUDIO', 'MATH'].includes(tag)).join(' ')");
}
