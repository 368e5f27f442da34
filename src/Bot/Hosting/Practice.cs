using KominfoBot.Sandbox;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>The sandbox in this host: a Telegram of one's own on the same port, its phones bound to people, and "Mulai dari awal".</summary>
public static class Practice
{
    /// <summary>Where the practice Telegram keeps its chats, beside the practice newsroom.</summary>
    public static string ChatsIn(DataDirectory directory) => Path.Combine(directory.Path, "telegram");

    /// <summary>Binds the phones to members, so that everybody can begin at once.</summary>
    public static Task SeedPhones(NewsroomStore store, DateTimeOffset now, CancellationToken cancel) => store.Write(async db =>
    {
        foreach (var phone in SandboxOffice.Phones)
        {
            var member = await PeopleDesk.Bind(db, phone.TelegramId, phone.Name, Enum.Parse<Role>(phone.Role), phone.Skpd, now, cancel);
            member.OfficialName ??= phone.Name;
        }
    }, cancel);

    public static void AddPractice(this IServiceCollection services, House house) => services.AddSandboxTelegram(new SandboxOptions
    {
        Directory = ChatsIn(house.World.Directory),
        TimeProvider = house.Clock,
        PressStart = true,
        OnReset = house.StartOver,
    });
}
