using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>A page that is loaded again, and a program that is killed and started again, show what was there.</summary>
public sealed class It_is_all_still_there(Chromium chromium)
{
    private const int Older = 70, OnePage = 50;

    [Fact]
    public Task After_a_reload() => chromium.Office.Visit(async desk =>
    {
        await desk.Chip("Desi").ClickAsync();
        await desk.Phone("Rina").Attaches(Naskah.Whole, Naskah.Photo, Naskah.OtherPhoto);
        // The preview changes with the second photo; a tap just then may meet a button that is being replaced.
        await desk.Phone("Rina").Hears("2 foto");
        await desk.Phone("Rina").SendsIn();
        await desk.Phone("Yeni").Hears("Menunggu evaluasi");
        foreach (var number in Enumerable.Range(1, Older)) await desk.Office.Call("sendMessage", new { chat_id = 7_001_000_003, text = $"Pesan {number} dari {Older}" });
        await desk.Phone("Yeni").Hears($"Pesan {Older} dari");
        await desk.Phone("Yeni").Taps("Setujui");
        await desk.Phone("Joni").Taps("Setujui");
        await desk.Phone("Joni").Taps("Ya, terbitkan");
        await Expect(desk.Portal.Locator(".story")).ToHaveCountAsync(1);
        await desk.Phone("Rina").Hears("sudah terbit");
        string[] phones = ["Rina", "Yeni", "Joni", "Desi"];
        var before = new List<IReadOnlyList<string>>();
        foreach (var phone in phones)
        {
            await Expect(desk.Phone(phone).Screen.Locator(".bubble").Last).ToBeVisibleAsync();
            before.Add(await desk.Phone(phone).Transcript());
        }
        var stories = await desk.Portal.Locator(".story strong").AllInnerTextsAsync();
        await desk.Reload();
        for (var at = 0; at < phones.Length; at++) Assert.Equal(before[at].TakeLast(OnePage), (await desk.Phone(phones[at]).Transcript()).TakeLast(OnePage));
        await Expect(desk.Portal.Locator(".story strong")).ToHaveTextAsync(stories);
        // Older messages come as one scrolls up.
        var yeni = desk.Phone("Yeni");
        var newest = await yeni.Screen.Locator(".row").CountAsync();
        await yeni.Screen.Locator(".chat").EvaluateAsync("chat => chat.scrollTo(0, 0)");
        await Expect(yeni.Screen.Locator(".row").First).ToContainTextAsync("/start");
        Assert.True(await yeni.Screen.Locator(".row").CountAsync() >= newest);
    });

    [Fact]
    public Task After_the_program_was_killed() => chromium.Office.Visit(async desk =>
    {
        var rina = desk.Phone("Rina");
        await rina.Attaches(Naskah.Whole, Naskah.Photo);
        await rina.Hears("1 foto");
        await Expect(rina.Button("Kirim")).ToBeVisibleAsync();
        var before = await rina.Transcript();
        desk.Interrupted = true;
        await desk.Office.KillAndStartAgain(() => Expect(desk.Page.Locator("#offline")).ToBeVisibleAsync());
        // The page finds the program again by itself, and goes on where it was.
        await Expect(desk.Page.Locator("#offline")).ToBeHiddenAsync();
        Assert.Equal(before, await rina.Transcript());
        // What is a preview now becomes the receipt's.
        before = [.. before.SkipLast(1)];
        await rina.SendsIn();
        await desk.Phone("Yeni").Hears("Menunggu evaluasi");
        await desk.Reload();
        Assert.Equal(before, (await rina.Transcript()).Take(before.Count));
    });
}
