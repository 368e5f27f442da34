namespace KominfoBot.Sandbox.Tests;

public sealed class PersistenceTests
{
    private const long Rina = 7_001_000_001;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restart_keeps_chats_updates_files_menus_and_clock()
    {
        var directory = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
        try
        {
            string fileId;
            long ahead;
            await using (var telegram = await SandboxTelegram.StartAsync(new SandboxOptions { Directory = directory }, stop: Stop))
            {
                using var bot = new RawBot(telegram);
                telegram.Driver.Say(Rina, "/start");
                var photo = telegram.Driver.SendPhoto(Rina, Pictures.Jpeg(800, 600), "foto");
                fileId = System.Text.Json.Nodes.JsonNode.Parse(photo.Json)!["photo"]!.AsArray()[^1]!["file_id"]!.GetValue<string>();
                await bot.Get("sendMessage", new { chat_id = Rina, text = "kartu", reply_markup = SendingTests.Buttons(("Ya", "y")) });
                await bot.Get("setMyCommands", new { commands = new[] { new { command = "tulis", description = "Tulis" } } });
                ((SandboxClock)telegram.Driver.Clock).Advance(TimeSpan.FromHours(3));
                ahead = (long)((SandboxClock)telegram.Driver.Clock).Offset.TotalSeconds;
                telegram.Driver.AddPhone(new SandboxPhone(7_001_000_050, "Orang Baru", "", null, "Baru"));
                telegram.Driver.AddPhone(new SandboxPhone(7_001_000_101, "Orang Jauh", "AdminSkpd", "DISDIK", "Admin", OnDesk: false));
            }
            await using var again = await SandboxTelegram.StartAsync(new SandboxOptions { Directory = directory }, stop: Stop);
            using var later = new RawBot(again);
            Assert.Equal(["/start", "foto", "kartu"], again.Driver.History(Rina).Select(message => message.Text));
            Assert.Equal("Ya", again.Driver.History(Rina)[^1].AllButtons.Single().Text);
            Assert.Equal(2, (await later.Updates()).Count);
            Assert.Equal(ahead, (long)((SandboxClock)again.Driver.Clock).Offset.TotalSeconds);
            Assert.Equal([("tulis", "Tulis")], again.Driver.MenuOf(Rina));
            Assert.Contains(again.Driver.Phones, phone => phone is { Name: "Orang Baru", OnDesk: true });
            Assert.Contains(again.Driver.Phones, phone => phone is { Name: "Orang Jauh", OnDesk: false });
            var file = await later.Get("getFile", new { file_id = fileId });
            using var download = await later.Download(file["file_path"]!.GetValue<string>());
            Assert.True(download.IsSuccessStatusCode);
            var next = await later.Get("sendMessage", new { chat_id = Rina, text = "lanjut" });
            Assert.Equal(4, next["message_id"]!.GetValue<int>());
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task What_was_answered_survives_a_kill_at_any_moment()
    {
        var directory = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
        var images = new List<(string Image, int Messages)>();
        try
        {
            await using var telegram = await SandboxTelegram.StartAsync(new SandboxOptions { Directory = directory }, stop: Stop);
            using var bot = new RawBot(telegram);
            for (var i = 0; i < 5; i++)
            {
                telegram.Driver.Say(Rina, $"pesan {i}");
                await bot.Get("sendMessage", new { chat_id = Rina, text = $"jawaban {i}" });
                // What a killed process leaves is what its files hold at that moment.
                var image = Directory.CreateTempSubdirectory("sandbox-image-").FullName;
                foreach (var file in Directory.GetFiles(directory).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
                    File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
                images.Add((image, 2 * (i + 1)));
            }
            foreach (var (image, messages) in images)
            {
                await using var again = await SandboxTelegram.StartAsync(new SandboxOptions { Directory = image }, stop: Stop);
                Assert.Equal(messages, again.Driver.History(Rina).Count);
                Assert.Equal(messages / 2, again.Driver.PendingUpdates);
            }
        }
        finally
        {
            foreach (var (image, _) in images)
                Directory.Delete(image, recursive: true);
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Starting_over_leaves_the_first_phones_with_empty_chats()
    {
        await using var telegram = await SandboxTelegram.StartAsync(stop: Stop);
        telegram.Driver.AddPhone(new SandboxPhone(7_001_000_050, "Orang Baru", "", null, "Baru"));
        telegram.Driver.Say(Rina, "halo");
        ((SandboxClock)telegram.Driver.Clock).Advance(TimeSpan.FromDays(1));
        telegram.Driver.StartOver();
        Assert.Empty(telegram.Driver.History(Rina));
        Assert.Equal(SandboxOffice.Phones, telegram.Driver.Phones);
        Assert.Equal(0, telegram.Driver.PendingUpdates);
        Assert.Equal(TimeSpan.FromDays(1), ((SandboxClock)telegram.Driver.Clock).Offset);
        Assert.Equal(1, telegram.Driver.Say(Rina, "halo lagi").Id);
    }
}
