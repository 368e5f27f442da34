using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KominfoBot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>/papan as who oversees the posting rule opens it from the chat: at a desk, on a phone, by keyboard, on paper, while something happens.</summary>
public sealed class The_board(Chromium chromium)
{
    private static readonly string Axe = File.ReadAllText(RepositoryRoot.File("tests", "Testing", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public Task Is_opened_from_the_chat_filtered_by_keyboard_true_while_it_is_open_and_fits_a_phone_and_paper() => chromium.Office.Visit(async desk =>
    {
        var trouble = new ConcurrentQueue<string>();
        await TwoWeeks(desk);
        var board = await Open(desk, trouble);
        await Expect(board.Locator("h1")).ToHaveTextAsync("Papan Berita Perangkat Daerah");
        await Expect(board).ToHaveURLAsync(new Regex("/papan$"));
        await IsOpen(board, "the board");
        await board.ScreenshotAsync(new() { Path = PracticeOffice.Picture("papan"), FullPage = true });

        // By keyboard alone: the way to the content first, then the filter.
        await board.Keyboard.PressAsync("Tab");
        await Expect(board.Locator(".skip")).ToBeFocusedAsync();
        await board.Locator("select[name=status]").FocusAsync();
        await board.Keyboard.PressAsync("b");
        await board.Keyboard.PressAsync("Tab");
        await board.Keyboard.TypeAsync("dis");
        await board.Keyboard.PressAsync("Enter");
        await board.WaitForURLAsync(new Regex("status=belum&cari=dis"));
        await Expect(board.Locator("table.week tbody tr")).Not.ToHaveCountAsync(0);
        await Expect(board.Locator("table.week tbody tr .tag:not(.b)")).ToHaveCountAsync(0);
        await IsOpen(board, "the filtered board");
        await board.Locator(".all").ClickAsync();
        await Expect(board.Locator("details").First).ToBeAttachedAsync();
        await Expect(board.Locator(".all")).ToHaveCountAsync(0);

        // Something happens elsewhere, and the board that is open shows it without being loaded again.
        var disdukcapil = board.Locator("table.week tbody tr").Filter(new() { HasText = "Dinas Kependudukan" });
        await board.EvaluateAsync("() => { window.sameDocument = true; document.querySelector('details').open = true; }");
        var before = await disdukcapil.Locator("td").Nth(2).InnerTextAsync();
        await desk.Phone("Rina").Attaches(Naskah.Whole, Naskah.Photo);
        await desk.Phone("Rina").SendsIn();
        await board.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(disdukcapil.Locator("td").Nth(2)).Not.ToHaveTextAsync(before);
        Assert.True(await board.EvaluateAsync<bool>("() => window.sameDocument && document.querySelector('details').open"));

        await OnAPhone(board);

        // On paper: nothing of the filter, everything of the tables.
        await board.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(board.Locator(".filter")).ToBeHiddenAsync();
        await Expect(board.Locator("table.year")).ToBeVisibleAsync();
        await board.PdfAsync(new() { Path = PracticeOffice.Picture("papan").Replace(".png", ".pdf", StringComparison.Ordinal), PreferCSSPageSize = true, PrintBackground = true });
        await board.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.Empty(trouble);

        // Without its key nothing of it stays on the screen.
        await board.Context.ClearCookiesAsync();
        await board.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(board.Locator(".refusal")).ToContainTextAsync("lalu tekan Papan");
        await Expect(board.Locator("table")).ToHaveCountAsync(0);
        await IsOpen(board, "the refusal");
    }, new() { ViewportSize = new() { Width = 1440, Height = 900 } });

    private static async Task OnAPhone(IPage board)
    {
        await board.SetViewportSizeAsync(360, 640);
        await board.ReloadAsync();
        await IsOpen(board, "the board on a phone");
        Assert.Equal(360, await board.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        // The name and how it stands are seen without moving anything, and the map begins with the newest week.
        await Expect(board.Locator("table.week tbody tr").First.Locator(".tag")).ToBeVisibleAsync();
        Assert.True(await board.EvaluateAsync<bool>("() => document.querySelector('table.year tbody td:last-child').getBoundingClientRect().right <= document.querySelector('.map').getBoundingClientRect().right + 1"));
        Assert.Empty(await board.EvaluateAsync<string[]>("() => [...document.querySelectorAll('button, input, select, summary')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 40).map(e => e.outerHTML.slice(0, 80))"));
        await board.ScreenshotAsync(new() { Path = PracticeOffice.Picture("papan-ponsel"), FullPage = true });
        await board.SetViewportSizeAsync(1440, 900);
    }

    /// <summary>The scene ends on Monday morning; at half past seven the recap is frozen and sent.</summary>
    private static async Task TwoWeeks(Desk desk)
    {
        await desk.Tool("Adegan").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Seminggu tertinggal") }).ClickAsync();
        await Expect(desk.Page.Locator(".scene-veil")).ToHaveCountAsync(0);
        var now = (await desk.Now()).ToOffset(TimeSpan.FromHours(7));
        await desk.MoveClockTo(new DateTimeOffset(now.Date, now.Offset).AddHours(7).AddMinutes(31));
        await desk.Phone("Joni").Hears("SKPD memenuhi");
    }

    private static async Task<IPage> Open(Desk desk, ConcurrentQueue<string> trouble)
    {
        await desk.Phone("Joni").Taps("Papan");
        await desk.Phone("Joni").Hears("Papan berita");
        var board = await desk.Page.Context.RunAndWaitForPageAsync(() => desk.Phone("Joni").Taps("Buka papan"));
        board.PageError += (_, error) => trouble.Enqueue(error);
        board.Console += (_, line) => { if (line.Type is "error" or "warning") trouble.Enqueue(line.Text); };
        board.Request += (_, request) => { if (new Uri(request.Url).Authority != desk.Office.Address.Authority) trouble.Enqueue(request.Url); };
        await Expect(board.Locator("table.week")).ToBeVisibleAsync();
        return board;
    }

    private static async Task IsOpen(IPage board, string where)
    {
        await board.EvaluateAsync(Axe);
        var serious = await board.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(found => ['moderate', 'serious', 'critical'].includes(found.impact))
              .flatMap(found => found.nodes.map(node => `${found.id}: ${node.html.slice(0, 160)} ${node.any.map(one => one.message).join(' ')}`))
            """);
        Assert.True(serious.Length == 0, $"{where}:\n{string.Join('\n', serious)}");
    }
}
