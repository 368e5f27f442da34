using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>Offices as people call them.</summary>
public static class Jabatan
{
    public static string Nama(Role role) => role switch
    {
        Role.AdminSkpd => "Admin SKPD",
        Role.KepalaSkpd => "Kepala SKPD",
        Role.Anggota => "Anggota Kominfo",
        Role.AdminPortal => "Admin Portal",
        Role.Kabid => "Kabid",
        Role.Kadis => "Kadis",
        Role.Koordinator => "Koordinator",
        _ => role.ToString(),
    };

    public static string Nama(HeldRole held) => held.Acting is { } capacity ? capacity : held.SkpdCode is { } skpd ? $"{Nama(held.Role)} {skpd}" : Nama(held.Role);

    /// <summary>All that somebody is now: "Kabid, Plh. Kepala Dinas"; without a role: "tanpa peran".</summary>
    public static string Peran(Actor actor) => actor.Roles.IsEmpty ? "tanpa peran" : string.Join(", ", actor.Roles.Select(Nama));

    /// <summary>A stored capacity ("Kabid", "AdminSkpd DISDIK") in words.</summary>
    public static string Kapasitas(string? capacity)
    {
        if (string.IsNullOrEmpty(capacity)) return "";
        var parts = capacity.Split(' ', 2);
        return Enum.TryParse<Role>(parts[0], out var role) ? parts.Length == 2 ? $"{Nama(role)} {parts[1]}" : Nama(role) : capacity;
    }

    /// <summary>"Yeni Safitri (Kabid)".</summary>
    public static string Oleh(string? name, string? capacity)
        => string.IsNullOrEmpty(capacity) ? name ?? "sistem" : $"{name} ({Kapasitas(capacity)})";
}
