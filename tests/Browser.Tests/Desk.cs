using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>The page /sandbox in one browser window: phones, panes, clock, dialogs.</summary>
public sealed class Desk
{
    private readonly ConcurrentQueue<string> wrong = new(), left = new();

    public Desk(IPage page, PracticeOffice office)
    {
        (Page, Office) = (page, office);
        page.PageError += (_, error) => wrong.Enqueue(error);
        page.Console += (_, line) =>
        {
            // A refusal is an answer, and the page tells it to the person.
            if (line.Type is "error" or "warning" && !Interrupted && !line.Text.Contains("status of 400", StringComparison.Ordinal)) wrong.Enqueue($"{line.Text} {line.Location}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: not ("blob" or "data") } address && address.Authority != office.Address.Authority) left.Enqueue(request.Url);
        };
    }

    public IPage Page { get; }

    public PracticeOffice Office { get; }

    /// <summary>Set where the program is killed on purpose: then the browser complains, rightly.</summary>
    public bool Interrupted { get; set; }

    /// <summary>Errors and warnings of the page.</summary>
    public IEnumerable<string> WentWrong => wrong;

    /// <summary>Addresses that are not this program's.</summary>
    public IEnumerable<string> LeftTheMachine => left;

    public ILocator Portal => Page.Locator(".portal");

    public ILocator Dialog => Page.Locator("dialog[open]");

    public async Task Open()
    {
        await Page.GotoAsync(new Uri(Office.Address, "/sandbox").ToString());
        await Ready();
    }

    public async Task Reload()
    {
        await Page.ReloadAsync();
        await Ready();
    }

    /// <summary>A phone that lies on the desk.</summary>
    /// <param name="name">Its owner's name, or the beginning of it.</param>
    public Handset Phone(string name) => new(this, name);

    /// <summary>A phone that lay face down.</summary>
    public async Task<Handset> PickUp(string name)
    {
        await Chip(name).ClickAsync();
        await Expect(Phone(name).Screen).ToBeVisibleAsync();
        return Phone(name);
    }

    /// <summary>The switcher's button of a phone or pane.</summary>
    public ILocator Chip(string name) => Page.Locator(".switcher .chip").Filter(new() { Has = Page.Locator(".chip-name").Filter(new() { HasTextRegex = new Regex($"^{name}") }) });

    /// <summary>A button of the bar above the desk.</summary>
    public ILocator Tool(string name) => Page.Locator("#tools").GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Moves the practice clock by the dialog's own field.</summary>
    public async Task MoveClockTo(DateTimeOffset instant)
    {
        await Page.Locator(".clock-button").ClickAsync();
        await Dialog.Locator("input[type=datetime-local]").FillAsync(instant.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Ke jam ini" }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Tutup" }).ClickAsync();
    }

    /// <summary>The practice clock's present.</summary>
    public async Task<DateTimeOffset> Now() => DateTimeOffset.FromUnixTimeSeconds((await Office.Get("/sandbox/api/state")).GetProperty("now").GetInt64());

    public Task Picture(string name) => Page.ScreenshotAsync(new() { Path = PracticeOffice.Picture(name) });

    private Task Ready() => Expect(Page.Locator("html[data-ready=true]")).ToHaveCountAsync(1);
}
