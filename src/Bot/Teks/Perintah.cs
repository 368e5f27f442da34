using System.Collections.Immutable;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>The commands, what each does, and whose they are: the command menus and the help come from this list.</summary>
public static class Perintah
{
    private static readonly ImmutableArray<(string Command, string Description, ImmutableArray<Role> Roles)> List =
    [
        ("tulis", "Tulis berita", [Role.AdminSkpd, Role.Anggota]),
        ("draf", "Draf dan naskah yang dikembalikan", [Role.AdminSkpd, Role.Anggota, Role.Kabid, Role.Kadis]),
        ("status", "Status naskah SKPD Anda", [Role.AdminSkpd]),
        ("kebutuhan", "Kebutuhan SKPD kepada Kominfo", [Role.AdminSkpd, Role.KepalaSkpd, Role.AdminPortal]),
        ("serahterima", "Serahkan tugas kepada rekan", [Role.AdminSkpd]),
        ("antrean", "Naskah yang menunggu Anda", [Role.Kabid, Role.Kadis]),
        ("rekap", "Rekap berita per pekan", [Role.AdminSkpd, Role.KepalaSkpd, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("cari", "Cari naskah", [Role.AdminSkpd, Role.KepalaSkpd, Role.Anggota, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("riwayat", "Riwayat satu naskah", [Role.Anggota, Role.Kabid, Role.Kadis, Role.Koordinator]),
        ("terbit", "Berita yang terakhir terbit", [Role.Anggota, Role.Koordinator]),
        ("delegasi", "Plh. atau Plt. Kepala Dinas", [Role.Kabid, Role.Kadis, Role.AdminPortal]),
        ("undang", "Undang petugas", [Role.AdminPortal]),
        ("anggota", "Daftar petugas", [Role.AdminPortal]),
        ("skpd", "Daftar SKPD dan kategori", [Role.AdminPortal]),
        ("libur", "Hari libur kantor", [Role.AdminPortal]),
        ("ekspor", "Unduh naskah, langkah, dan pengangkatan", [Role.AdminPortal]),
        ("dokumen", "SOP, surat keputusan, dan panduan", []),
        ("batal", "Hentikan yang sedang berjalan", []),
        ("bantuan", "Bantuan", []),
    ];

    /// <summary>The commands that a person may use.</summary>
    public static ImmutableArray<MenuCommand> For(Actor actor)
        => [.. List.Where(entry => entry.Roles.IsEmpty || entry.Roles.Any(actor.Holds)).Select(entry => new MenuCommand(entry.Command, entry.Description))];

    /// <summary>For chats of strangers.</summary>
    public static ImmutableArray<MenuCommand> Everyone { get; } = [new("start", "Mulai"), new("bantuan", "Bantuan")];

    /// <summary>Behind a button, in no menu.</summary>
    private const string Hidden = "nama";

    public static bool Exists(string command) => List.Any(entry => entry.Command == command);

    public static bool Allows(string command, Actor actor) => command == Hidden || For(actor).Any(entry => entry.Command == command);
}
