using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>Six phones with five hundred messages each: a new message draws its own row and nothing else.</summary>
public sealed class Much_in_six_phones(Chromium chromium)
{
    private const int Messages = 500;

    private static readonly string[] Names = ["Rina", "Hendri", "Yeni", "Joni", "Desi", "Fajar"];

    [Fact]
    public Task One_message_is_one_row() => chromium.Office.Visit(async desk =>
    {
        await desk.Chip("Hendri").ClickAsync();
        await desk.Chip("Desi").ClickAsync();
        await desk.Chip("Fajar").ClickAsync();
        foreach (var name in Names) await desk.Phone(name).Hears("Selamat datang");
        var frames = desk.Page.EvaluateAsync<double[]>("""
            () => new Promise(done => { const gaps = []; let last = performance.now();
              const frame = now => { gaps.push(now - last); last = now; window.enough ? done(gaps) : requestAnimationFrame(frame); }; requestAnimationFrame(frame); })
            """);
        await Task.WhenAll(Enumerable.Range(0, Names.Length).Select(async phone =>
        {
            for (var number = 1; number <= Messages; number++) await desk.Office.Call("sendMessage", new { chat_id = 7_001_000_001 + phone, text = $"Pesan {number} dari {Messages}" });
        }));
        foreach (var name in Names) await Expect(desk.Phone(name).Heard($"Pesan {Messages} dari")).ToBeVisibleAsync();
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.phone .chat')].every(chat => chat.scrollHeight - chat.scrollTop - chat.clientHeight < 2)"));
        await desk.Page.EvaluateAsync("() => { window.enough = true; }");
        var gaps = (await frames).Order().ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{gaps.Count} frames; median {gaps[gaps.Count / 2]:0} ms, 95 % {gaps[gaps.Count * 95 / 100]:0} ms, longest {gaps[^1]:0} ms");
        foreach (var name in Names) await Expect(desk.Phone(name).Screen.Locator(".row")).ToHaveCountAsync(Messages + 2);
        await desk.Picture("enam-ponsel");

        await desk.Page.EvaluateAsync("""
            () => { document.querySelectorAll('.row').forEach((row, at) => { row.mark = at; }); window.touched = [];
              const watch = new MutationObserver(list => list.forEach(one => window.touched.push(one)));
              document.querySelectorAll('.phone').forEach(phone => watch.observe(phone, { subtree: true, childList: true, attributes: true, characterData: true })); }
            """);
        var sent = await desk.Office.Call("sendMessage", new { chat_id = 7_001_000_003, text = "Satu lagi" });
        await Expect(desk.Phone("Yeni").Heard("Satu lagi")).ToBeInViewportAsync();
        var drawn = await desk.Page.EvaluateAsync<JsonElement>("""
            () => ({ kept: [...document.querySelectorAll('.row')].filter(row => row.mark !== undefined).length,
              fresh: [...document.querySelectorAll('.row')].filter(row => row.mark === undefined).length,
              // A minute that passes moves every phone's time of day.
              elsewhere: window.touched.filter(one => !(one.target.closest ? one.target : one.target.parentElement).closest('.status-time')).filter(one => !(one.target.closest ?? (() => one.target.parentElement.closest('.phone'))).call(one.target, '.phone').getAttribute('aria-label').includes('Yeni')).length,
              rows: new Set(window.touched.map(one => (one.target.closest?.('.row')) ?? null).filter(row => row?.mark !== undefined)).size })
            """);
        Assert.Equal((Names.Length * (Messages + 2), 1, 0), (drawn.GetProperty("kept").GetInt32(), drawn.GetProperty("fresh").GetInt32(), drawn.GetProperty("elsewhere").GetInt32()));
        // The one before it loses its tail.
        Assert.InRange(drawn.GetProperty("rows").GetInt32(), 0, 1);

        await desk.Page.EvaluateAsync("() => { window.touched.length = 0; }");
        await desk.Office.Call("editMessageText", new { chat_id = 7_001_000_003, message_id = sent.GetProperty("message_id").GetInt32(), text = "Satu lagi, diubah" });
        await Expect(desk.Phone("Yeni").Heard("Satu lagi, diubah").Locator(".edited")).ToHaveTextAsync("diedit");
        Assert.Equal(1, await desk.Page.EvaluateAsync<int>("() => new Set(window.touched.map(one => one.target.closest?.('.row')).filter(Boolean)).size"));
    });
}
