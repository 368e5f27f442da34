using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// How the first AdminPortal gets in when no <c>Bootstrap:OwnerTelegramId</c> names one: each start prints a one-time code to the console, as long as there
/// is nobody. Whoever reads the console has the machine.
/// </summary>
public sealed class FirstAdmin(NewsroomStore store, InvitationCounter invitations, IOptions<BootstrapOptions> bootstrap, TimeProvider clock)
{
    public async Task Announce(ILogger log, CancellationToken cancel)
    {
        if (bootstrap.Value.OwnerTelegramId is { } owner)
        {
            if (await IsNeeded(cancel)) log.LogInformation("Belum ada AdminPortal: akun Telegram {Owner} menjadi AdminPortal pertama begitu mengirim /start kepada bot", owner);
            return;
        }
        if (!await IsNeeded(cancel)) return;
        var invitation = await invitations.Invite(store, new InvitationOrder(Role.AdminPortal), cancel);
        log.LogInformation("Belum ada AdminPortal. Sekali pakai: kirim atau buka {Invitation} untuk menjadi AdminPortal pertama", invitation);
    }

    private async Task<bool> IsNeeded(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // As a write, which is begun anew when the server restarts just then: a question at the start must not end the program.
        return await store.Write(async db => (await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)).Count == 0, cancel);
    }
}
