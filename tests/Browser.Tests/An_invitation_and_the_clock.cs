using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>The practice clock only moves forward; what has a time limit runs out.</summary>
public sealed class An_invitation_and_the_clock(Chromium chromium)
{
    [Fact]
    public Task An_invitation_expires_and_its_link_says_so() => chromium.Office.Visit(async desk =>
    {
        var fajar = await desk.PickUp("Fajar");
        await fajar.AsksForInvitation("Kabid");
        await desk.MoveClockTo(await desk.Now() + TimeSpan.FromDays(40));
        var budi = await fajar.HandsOn("Budi Santoso");
        await budi.Hears("Undangan ini sudah kedaluwarsa.");
        await desk.Picture("undangan-kedaluwarsa");
    });

    [Fact]
    public Task Steps_of_the_clock_lead_to_the_office_s_times_and_never_back() => chromium.Office.Visit(async desk =>
    {
        await desk.Page.Locator(".clock-button").ClickAsync();
        await desk.Picture("jam");
        foreach (var (step, day, hour) in ((string, DayOfWeek, string)[])[("Rabu 09.00", DayOfWeek.Wednesday, "09.00"), ("Senin 07.30", DayOfWeek.Monday, "07.30"), ("+1 jam", DayOfWeek.Monday, "08.30")])
        {
            await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = step }).ClickAsync();
            await Expect(desk.Page.Locator(".clock-hour")).ToHaveTextAsync($"{hour} WIB");
            Assert.Equal(day, (await desk.Now()).ToOffset(TimeSpan.FromHours(7)).DayOfWeek);
        }
        await desk.Dialog.Locator("input[type=datetime-local]").FillAsync("2020-01-01T07:00");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { Name = "Ke jam ini" }).ClickAsync();
        await Expect(desk.Dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Jam latihan hanya bisa maju.");
        // The phones show the same time.
        await Expect(desk.Phone("Rina").Screen.Locator(".status-time")).ToHaveTextAsync("08.30");
    });
}
