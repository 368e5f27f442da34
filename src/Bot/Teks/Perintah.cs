using System.Collections.Immutable;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>The commands, what each does, and whose they are: the command menus and the help come from this list.</summary>
public static class Perintah
{
    private static readonly ImmutableArray<(string Command, string Description, ImmutableArray<Role> Roles)> List =
    [
        ("tulis", ChatText.Line($"Tulis berita"), [Role.AdminSkpd, Role.Anggota]),
        ("draf", ChatText.Line($"Draf dan naskah yang dikembalikan"), [Role.AdminSkpd, Role.Anggota, Role.Kabid, Role.Kadis]),
        ("status", ChatText.Line($"Status naskah SKPD Anda"), [Role.AdminSkpd]),
        ("kebutuhan", ChatText.Line($"Kebutuhan SKPD kepada Kominfo"), [Role.AdminSkpd, Role.KepalaSkpd, Role.AdminPortal]),
        ("serahterima", ChatText.Line($"Serahkan tugas kepada rekan"), [Role.AdminSkpd]),
        ("antrean", ChatText.Line($"Naskah yang menunggu Anda"), [Role.Kabid, Role.Kadis]),
        ("rekap", ChatText.Line($"Rekap berita per pekan"), [Role.AdminSkpd, Role.KepalaSkpd, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("cari", ChatText.Line($"Cari naskah"), [Role.AdminSkpd, Role.KepalaSkpd, Role.Anggota, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("riwayat", ChatText.Line($"Riwayat satu naskah"), [Role.Anggota, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("terbit", ChatText.Line($"Berita yang terakhir terbit"), [Role.Anggota, Role.Koordinator]),
        ("delegasi", ChatText.Line($"Plh. atau Plt. Kepala Dinas"), [Role.Kabid, Role.Kadis, Role.AdminPortal]),
        ("undang", ChatText.Line($"Undang petugas"), [Role.AdminPortal]),
        ("anggota", ChatText.Line($"Daftar petugas"), [Role.AdminPortal]),
        ("skpd", ChatText.Line($"Daftar SKPD dan kategori"), [Role.AdminPortal]),
        ("libur", ChatText.Line($"Hari libur kantor"), [Role.AdminPortal]),
        ("ekspor", ChatText.Line($"Unduh naskah, langkah, dan pengangkatan"), [Role.AdminPortal]),
        ("dokumen", ChatText.Line($"SOP, surat keputusan, dan panduan"), []),
        ("batal", ChatText.Line($"Hentikan yang sedang berjalan"), []),
        ("bantuan", ChatText.Line($"Bantuan"), []),
    ];

    /// <summary>The commands that a person may use.</summary>
    public static ImmutableArray<MenuCommand> For(Actor actor)
        => [.. List.Where(entry => entry.Roles.IsEmpty || entry.Roles.Any(actor.Holds)).Select(entry => new MenuCommand(entry.Command, entry.Description))];

    /// <summary>For chats of strangers.</summary>
    public static ImmutableArray<MenuCommand> Everyone { get; } = [new("start", ChatText.Line($"Mulai")), new("bantuan", ChatText.Line($"Bantuan"))];

    /// <summary>Behind a button and seldom wanted: in no menu.</summary>
    private static readonly ImmutableArray<(string Command, ImmutableArray<Role> Roles)> Hidden = [("nama", []), ("situs", [Role.Anggota, Role.Kabid, Role.Kadis, Role.Koordinator, Role.AdminPortal])];

    public static bool Exists(string command) => List.Any(entry => entry.Command == command) || Hidden.Any(entry => entry.Command == command && !entry.Roles.IsEmpty);

    public static bool Allows(string command, Actor actor)
        => For(actor).Any(entry => entry.Command == command) || Hidden.Any(entry => entry.Command == command && (entry.Roles.IsEmpty || entry.Roles.Any(actor.Holds)));
}
