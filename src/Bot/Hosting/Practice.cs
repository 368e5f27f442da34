using KominfoBot.Bot.Scenes;
using KominfoBot.Bot.Updates;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>The sandbox in this host: a Telegram of one's own on the same port, its phones bound to people, and "Mulai dari awal".</summary>
public static class Practice
{
    /// <summary>Where the practice Telegram keeps its chats, beside the practice newsroom.</summary>
    public static string ChatsIn(DataDirectory directory) => Path.Combine(directory.Path, "telegram");

    /// <summary>They have been in office for a while: the posting rule holds for them already, and a trainer may jump to this week's reminders.</summary>
    private static readonly TimeSpan InOffice = TimeSpan.FromDays(14);

    /// <summary>Binds the phones to members and tells the bot its name, so that everybody can begin at once and an invitation is a link.</summary>
    public static Task SeedPhones(NewsroomStore store, DateTimeOffset now, CancellationToken cancel) => store.Write(async db =>
    {
        if (await db.Facts.FindAsync([BotIdentity.UsernameFact], cancel) is null) db.Facts.Add(new FactRow { Name = BotIdentity.UsernameFact, Value = SandboxOffice.BotUsername });
        foreach (var phone in SandboxOffice.Phones)
        {
            var member = await PeopleDesk.Bind(db, phone.TelegramId, phone.Name, Enum.Parse<Role>(phone.Role), phone.Skpd, now - InOffice, cancel);
            member.OfficialName ??= phone.Name;
        }
    }, cancel);

    /// <summary>After the delivery of messages, whose pace it makes one that scenes can hurry.</summary>
    public static void AddPractice(this IServiceCollection services, House house)
    {
        services.AddSandboxTelegram(new SandboxOptions
        {
            Directory = ChatsIn(house.World.Directory),
            TimeProvider = house.Clock,
            PressStart = true,
            OnReset = house.StartOver,
        });
        var pace = new ScenePace(new SandboxClock());
        services.AddSingleton(pace).AddSingleton(new RealTime(pace.Clock)).AddSingleton<Stage>().AddSingleton<MachineRoom>();
        services.AddSingleton<MachineView>(provider => provider.GetRequiredService<MachineRoom>().Look);
        services.AddSingleton(new SandboxScene("kosong", "Kantor kosong", "Belum ada berita; semua orang baru berkenalan dengan bot.", now => now, now => now, (_, _) => Task.CompletedTask));
        AddScene("senin", "Senin yang sibuk", "Dua puluh naskah sejak Kamis, dalam segala keadaan; beberapa menunggu keputusan.", BusyMonday.Begins, BusyMonday.Ends, BusyMonday.Items, BusyMonday.Play);
        AddScene("tertinggal", "Seminggu tertinggal", "Pekan lalu hampir semua SKPD diam: dua berita terbit, satu dikembalikan, satu masih draf.", WeekBehind.Begins, WeekBehind.Ends, WeekBehind.Items, WeekBehind.Play);

        void AddScene(string id, string title, string summary, SceneTime begins, SceneTime ends, int items, Func<Stage, CancellationToken, Task> play)
            => services.AddSingleton(provider => new SandboxScene(id, title, summary,
                now => begins(provider.GetRequiredService<Stage>(), now), now => ends(provider.GetRequiredService<Stage>(), now),
                (progress, cancel) => provider.GetRequiredService<Stage>().Perform(play, items, progress, cancel)));
    }

    private delegate DateTimeOffset SceneTime(Stage stage, DateTimeOffset now);
}
