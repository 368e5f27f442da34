using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Conversations;

/// <summary>The buttons that greetings and receipts end with: not everyone finds slash commands.</summary>
public static class MenuKeys
{
    public static Keyboard Writing { get; } = Keyboard.OneRow(Of("Tulis berita", MenuChoice.Write, KeyStyle.Primary), Of("Draf", MenuChoice.Drafts), Of("Status", MenuChoice.Status));

    public static Keyboard? For(Actor actor)
    {
        var keys = new Keyboard([]);
        if (actor.Holds(Role.AdminSkpd)) keys = Writing;
        if (actor.Holds(Role.Kabid) || actor.Holds(Role.Kadis)) keys = keys.Row(Of("Antrean", MenuChoice.Queue), Of("Rekap", MenuChoice.Recap));
        else if (actor.Holds(Role.Koordinator) || actor.Holds(Role.KepalaSkpd)) keys = keys.Row(Of("Rekap", MenuChoice.Recap));
        if (actor.Holds(Role.AdminPortal)) keys = keys.Row(Of("Undang petugas", MenuChoice.Invite), Of("Hari libur", MenuChoice.Holidays)).Row(Of("Petugas", MenuChoice.People), Of("SKPD", MenuChoice.Skpds), Of("Kebutuhan", MenuChoice.Needs));
        if (actor.Holds(Role.Koordinator)) keys = keys.Row(Of("Berita terbaru", MenuChoice.Published));
        if (actor.IsNameless) keys = keys.Row(Of("Lengkapi nama", MenuChoice.Name));
        return keys.Rows.IsEmpty ? null : keys;
    }

    public static Key Of(string label, MenuChoice choice, KeyStyle style = KeyStyle.Plain) => new(label, new CommandButton(choice).Pack(), style: style);
}
