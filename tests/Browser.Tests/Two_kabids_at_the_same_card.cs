using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>A second Kabid is invited on the page; both press Setujui in the same instant.</summary>
public sealed class Two_kabids_at_the_same_card(Chromium chromium)
{
    [Fact]
    public Task One_decides_and_the_other_is_told_who_did() => chromium.Office.Visit(async desk =>
    {
        var fajar = await desk.PickUp("Fajar");
        await fajar.Invites("Kabid", "Budi Santoso");
        var (rina, yeni, budi) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Budi"));
        await budi.Hears("Anda sekarang terdaftar sebagai Kabid");

        await rina.Attaches(Naskah.Whole, Naskah.Photo);
        var number = await rina.SendsIn();
        await yeni.Hears(number);
        await budi.Hears(number);
        await Expect(yeni.Button("Setujui")).ToBeVisibleAsync();
        await Expect(budi.Button("Setujui")).ToBeVisibleAsync();
        await desk.Page.EvaluateAsync("buttons => buttons.forEach(button => button.click())", new[] { await yeni.Button("Setujui").ElementHandleAsync(), await budi.Button("Setujui").ElementHandleAsync() });

        var alert = desk.Page.GetByRole(AriaRole.Alertdialog);
        await Expect(alert).ToContainTextAsync("Naskah ini sudah disetujui oleh");
        await desk.Picture("dua-kabid");
        await alert.GetByRole(AriaRole.Button, new() { Name = "OK" }).ClickAsync();
        foreach (var kabid in (Handset[])[yeni, budi])
        {
            await kabid.Hears("Disetujui");
            await Expect(kabid.Screen.Locator(".keyboard").GetByText("Setujui", new() { Exact = true })).ToHaveCountAsync(0);
        }
        await desk.Phone("Joni").Hears("Menunggu persetujuan");
        await Expect(desk.Phone("Joni").Heard("Menunggu persetujuan")).ToHaveCountAsync(1);
    });
}
