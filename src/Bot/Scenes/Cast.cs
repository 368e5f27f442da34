using System.Collections.Immutable;
using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Scenes;

/// <summary>Who acts in the scenes: the people of the desk, and admins of other SKPDs whose phones are elsewhere.</summary>
public static class Cast
{
    public static long Kabid { get; } = Holder("Kabid");

    public static long Kadis { get; } = Holder("Kadis");

    /// <summary>Not on the desk: the page shows what comes of their items, not their phones.</summary>
    public static ImmutableArray<SandboxPhone> Elsewhere { get; } =
    [
        Admin(101, "Nofri Hendra", "DTPHP"),
        Admin(102, "Mira Yulianti", "DISDIK"),
        Admin(103, "Arif Budiman", "DPUPR"),
        Admin(104, "Leni Marlina", "DISPARPORA"),
        Admin(105, "Yusrizal", "BPBD"),
        Admin(106, "Wati Susanti", "KEC-HARAU"),
        Admin(107, "Rudi Hartono", "DLH"),
        Admin(108, "Fitri Handayani", "DISDAGKOPUKM"),
        Admin(109, "Dedi Kurniawan", "SATPOLPP"),
    ];

    /// <summary>Who writes for an SKPD.</summary>
    public static long AuthorOf(string skpd) => SandboxOffice.Phones.Concat(Elsewhere).First(phone => phone.Skpd == skpd).TelegramId;

    private static SandboxPhone Admin(long number, string name, string skpd) => new(7_001_000_000 + number, name, "AdminSkpd", skpd, $"Admin SKPD · {skpd}", OnDesk: false);

    private static long Holder(string role) => SandboxOffice.Phones.First(phone => phone.Role == role).TelegramId;
}
