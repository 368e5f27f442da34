namespace KominfoBot.Bot.Hosting;

/// <summary>What was typed: the command, its own options, and settings (<c>--Store:Provider=Postgres</c>, <c>--urls …</c>).</summary>
public sealed class CommandLine
{
    public const string Usage = "Pakai: KominfoBot [serve | invite --role <Peran> [--skpd <kode>] [--name <nama>] [--nip <nip>] [--letter <nomor surat>] | import-skpd <berkas> [--yes] | verify-audit | export --from <tanggal> --to <tanggal> --format csv|xlsx|json [--table <tabel>] [--out <berkas>] | backup <berkas> | restore <berkas> | doctor | setup [--out <folder>]] [--<Setelan>=<nilai> …]";

    private static readonly Dictionary<string, string[]> OptionsOf = new(StringComparer.Ordinal)
    {
        ["serve"] = [],
        ["invite"] = ["role", "skpd", "name", "nip", "letter"],
        ["import-skpd"] = [],
        ["verify-audit"] = [],
        ["export"] = ["from", "to", "format", "table", "out"],
        ["backup"] = [],
        ["restore"] = [],
        ["doctor"] = [],
        ["setup"] = ["out"],
        ["help"] = [],
    };

    /// <summary>Commands that take one word beside their options: a file.</summary>
    private static readonly string[] WithOperand = ["import-skpd", "backup", "restore"];

    /// <summary>Options without a value.</summary>
    private static readonly Dictionary<string, string[]> FlagsOf = new(StringComparer.Ordinal) { ["import-skpd"] = ["yes"] };

    /// <summary>Settings are told from mistyped options by their first part. The last ones belong to the web host, and test hosts pass them.</summary>
    private static readonly string[] SettingRoots =
    [
        "Telegram", "Store", "DataDirectory", "Backup", "Bootstrap", "Office", "Checks", "Jobs", "Review", "Posting", "Feed", "Push", "Sites", "Limits", "Roles", "Photos", "Sandbox", "Telemetry", "Alerts", "Logging", "Kestrel", "AllowedHosts",
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName",
    ];

    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> settings = new(StringComparer.OrdinalIgnoreCase);

    private CommandLine(string command) => Command = command;

    /// <summary>A name of the usage line, or <c>help</c>.</summary>
    public string Command { get; }

    /// <summary>Settings that were typed; they win over all other sources.</summary>
    public IReadOnlyDictionary<string, string?> Settings => settings;

    /// <summary>The command's own option, e.g. <c>role</c>; null when it was not given.</summary>
    public string? Option(string name) => options.GetValueOrDefault(name);

    /// <summary>The word beside the options, e.g. a file; null when there is none.</summary>
    public string? Operand { get; private set; }

    /// <summary>Whether an option without a value was given.</summary>
    public bool Has(string flag) => options.ContainsKey(flag);

    /// <summary>Whether a configuration key belongs to a setting of this program.</summary>
    public static bool IsSetting(string key) => SettingRoots.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="UsageException">A command, option or setting that does not exist, or one without its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?")) return new CommandLine("help");
        var named = args.Count > 0 && !args[0].StartsWith("--", StringComparison.Ordinal);
        var line = new CommandLine(named ? args[0] : "serve");
        if (!OptionsOf.TryGetValue(line.Command, out var own)) throw new UsageException($"Perintah \"{line.Command}\" tidak dikenal. {Usage}");

        for (var at = named ? 1 : 0; at < args.Count; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal) && line.Operand is null && WithOperand.Contains(line.Command))
            {
                line.Operand = args[at];
                continue;
            }
            if (!args[at].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"\"{args[at]}\" tidak dimengerti. {Usage}");
            var (name, value) = args[at][2..].Split('=', 2) is [var key, var text] ? (key, text) : (args[at][2..], null);
            if (value is null && FlagsOf.TryGetValue(line.Command, out var flags) && flags.Contains(name))
            {
                line.options[name] = "";
                continue;
            }
            var isOption = own.Contains(name);
            if (!isOption && !SettingRoots.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase)) throw new UsageException($"Pilihan --{name} tidak dikenal untuk `{line.Command}`. {Usage}");
            if (value is null)
            {
                if (at + 1 == args.Count || args[at + 1].StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"Pilihan --{name} belum diberi nilai. {Usage}");
                value = args[++at];
            }
            if (isOption) line.options[name] = value;
            else line.settings[name] = value;
        }
        return line;
    }
}
