using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>One phone of the desk, used as a person uses it.</summary>
public sealed class Handset(Desk desk, string name)
{
    public ILocator Screen { get; } = desk.Page.Locator($"section.phone[aria-label^='Ponsel {name}']");

    public ILocator Field => Screen.GetByLabel("Tulis pesan");

    /// <summary>What the bot said that contains these words.</summary>
    public ILocator Heard(string words) => Screen.Locator(".row:not(.mine) .bubble").Filter(new() { HasText = words });

    /// <summary>What the person said that contains these words.</summary>
    public ILocator Said(string words) => Screen.Locator(".row.mine .bubble").Filter(new() { HasText = words });

    /// <summary>The newest button with exactly these words under a message of the bot.</summary>
    public ILocator Button(string words) => Screen.Locator(".keyboard").GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).Last;

    public async Task Says(string text)
    {
        await Field.FillAsync(text);
        await Screen.Locator(".send").ClickAsync();
        await Expect(Field).ToHaveValueAsync("");
    }

    public Task Taps(string button) => Button(button).ClickAsync();

    public Task Hears(string words) => Expect(Heard(words).Last).ToBeVisibleAsync();

    /// <summary>Chooses a command of the menu.</summary>
    public async Task Commands(string command)
    {
        await Screen.Locator(".menu-button").ClickAsync();
        await Screen.Locator(".commands button").Filter(new() { HasTextRegex = new Regex($"^/{command}") }).ClickAsync();
    }

    /// <summary>Attaches sample photos.</summary>
    public async Task Attaches(string caption, params string[] samples)
    {
        await Screen.Locator(".attach").ClickAsync();
        foreach (var sample in samples) await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = sample, Exact = true }).ClickAsync();
        await desk.Dialog.GetByLabel("Keterangan foto").FillAsync(caption);
        await desk.Dialog.Locator(".dialog-actions .primary").ClickAsync();
    }

    /// <summary>Opens the menu of a message and chooses from it.</summary>
    public async Task Chooses(ILocator bubble, string item)
    {
        await bubble.HoverAsync();
        await bubble.Locator("xpath=..").Locator(".bubble-more").ClickAsync();
        await Screen.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    /// <summary>Kirim, and Tetap kirim where the bot has remarks; returns the item's number.</summary>
    public async Task<string> SendsIn()
    {
        var receipts = Heard("Terkirim ke Kominfo");
        var sent = receipts.Nth(await receipts.CountAsync());
        await Taps("Kirim");
        await Expect(sent.Or(Button("Tetap kirim")).First).ToBeVisibleAsync();
        if (!await sent.IsVisibleAsync()) await Taps("Tetap kirim");
        await Expect(sent).ToBeVisibleAsync();
        return Regex.Match(await sent.InnerTextAsync(), "[A-Z-]+-[0-9]{4}-[0-9]{4}").Value;
    }

    /// <summary>Asks for an invitation and hands it to somebody who has no phone here yet.</summary>
    public async Task<Handset> Invites(string role, string whom)
    {
        await AsksForInvitation(role);
        return await HandsOn(whom);
    }

    public async Task AsksForInvitation(string role)
    {
        await Commands("undang");
        await Hears("Undang sebagai apa?");
        await Taps(role);
        await Taps("Buat tautan sekarang");
        await Hears("Teruskan kepada orangnya");
    }

    /// <summary>Opens the invitation's link on a new phone.</summary>
    public async Task<Handset> HandsOn(string whom)
    {
        await Heard("Teruskan kepada orangnya").Last.GetByRole(AriaRole.Link).ClickAsync();
        await desk.Dialog.GetByLabel("Nama orang baru").FillAsync(whom);
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Ponsel baru" }).ClickAsync();
        var phone = desk.Phone(whom);
        await Expect(phone.Screen).ToBeVisibleAsync();
        return phone;
    }

    /// <summary>All that stands in the chat, in order.</summary>
    public Task<IReadOnlyList<string>> Transcript() => Screen.Locator(".row .bubble").AllTextContentsAsync();
}
