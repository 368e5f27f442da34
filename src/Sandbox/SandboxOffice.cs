namespace KominfoBot.Sandbox;

/// <summary>The practice office: the bot it has and the people who hold the phones.</summary>
public static class SandboxOffice
{
    /// <summary>A well-formed token that no real bot has: its secret part says what it is.</summary>
    public const string BotToken = "7000000000:SANDBOX-latihan-kominfo-tidak-keluar";

    /// <summary>The bot's name at the practice Telegram, without the @.</summary>
    public const string BotUsername = "KominfoSandboxBot";

    /// <summary>Two SKPD admins and the four roles of the communications office.</summary>
    public static IReadOnlyList<SandboxPhone> Phones { get; } =
    [
        new(7_001_000_001, "Rina Marlina", "AdminSkpd", "DISDUKCAPIL", "Admin SKPD · Disdukcapil"),
        new(7_001_000_002, "Hendri Saputra", "AdminSkpd", "DINKES", "Admin SKPD · Dinas Kesehatan"),
        new(7_001_000_003, "Yeni Safitri", "Kabid", null, "Kabid · Kominfo"),
        new(7_001_000_004, "Joni Amir", "Kadis", null, "Kadis · Kominfo"),
        new(7_001_000_005, "Desi Novita", "Koordinator", null, "Koordinator · Kominfo"),
        new(7_001_000_006, "Fajar Ramadhan", "AdminPortal", null, "Admin portal · Kominfo"),
    ];
}
