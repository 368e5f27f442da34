using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>Offices as people call them.</summary>
public static class Jabatan
{
    public static string Nama(Role role) => role switch
    {
        Role.AdminSkpd => ChatText.Line($"Admin SKPD"),
        Role.KepalaSkpd => ChatText.Line($"Kepala SKPD"),
        Role.Anggota => ChatText.Line($"Anggota Kominfo"),
        Role.AdminPortal => ChatText.Line($"Admin Portal"),
        Role.Kabid => ChatText.Line($"Kabid"),
        Role.Kadis => ChatText.Line($"Kadis"),
        Role.Koordinator => ChatText.Line($"Koordinator"),
        _ => role.ToString(),
    };

    public static string Nama(HeldRole held) => held.Acting is { } capacity ? capacity : held.SkpdCode is { } skpd ? $"{Nama(held.Role)} {skpd}" : Nama(held.Role);

    /// <summary>All that somebody is now: "Kabid, Plh. Kepala Dinas"; without a role: "tanpa peran".</summary>
    public static string Peran(Actor actor) => actor.Roles.IsEmpty ? ChatText.Line($"tanpa peran") : string.Join(", ", actor.Roles.Select(Nama));

    /// <summary>A stored capacity ("Kabid", "AdminSkpd DISDIK") in words.</summary>
    public static string Kapasitas(string? capacity)
    {
        if (string.IsNullOrEmpty(capacity)) return "";
        var parts = capacity.Split(' ', 2);
        return Enum.TryParse<Role>(parts[0], out var role) ? parts.Length == 2 ? $"{Nama(role)} {parts[1]}" : Nama(role) : capacity;
    }

    /// <summary>"Yeni Safitri (Kabid)".</summary>
    public static string Oleh(string? name, string? capacity)
        => string.IsNullOrEmpty(capacity) ? name ?? ChatText.Line($"sistem") : $"{name} ({Kapasitas(capacity)})";
}
