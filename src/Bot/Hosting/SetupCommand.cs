using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Setup;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;

namespace KominfoBot.Bot.Hosting;

/// <summary>`setup`: asks what an office must say about itself and writes the settings (<c>kominfobot.env</c>) and, apart from them, the token.</summary>
internal static class SetupCommand
{
    private const string Installed = "/etc/kominfobot";
    private const string SkpdSetting = "Office:SkpdFile", TextSetting = "Office:TextFile";
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Run(CommandLine line)
    {
        var folder = Path.GetFullPath(line.Option("out") ?? (Directory.Exists(Installed) ? Installed : "."));
        var (settings, token) = (Path.Combine(folder, "kominfobot.env"), Path.Combine(folder, "token"));
        if (!Directory.Exists(folder)) throw new OperatorException($"Folder {folder} tidak ada.");
        if (File.Exists(token)) throw new OperatorException($"{token} sudah ada: kantor ini sudah disiapkan. Ubah {settings} dengan penyunting teks, atau pindahkan dahulu kedua berkas itu.");

        var server = Settings.From(line).Get<TelegramOptions>(TelegramOptions.Section).BaseUrl;
        var interview = new OfficeInterview(new Interview(Console.In, Console.Out, HiddenLine.Reader), server);
        var (asked, secret) = await interview.Run();
        Dictionary<string, string> answers = new(asked, StringComparer.Ordinal);
        var text = new StringBuilder("# Ditulis oleh `setup`. Daftar setelan: docs/operations.md. Tokennya di berkas \"token\".\n");
        try
        {
            if (answers.TryGetValue(SkpdSetting, out var skpds)) answers[SkpdSetting] = Copied(skpds, Path.Combine(folder, "skpd.csv"));
            if (interview.Titles.Count > 0) answers[TextSetting] = Words(interview.Titles, Path.Combine(folder, "teks.json"));
            foreach (var (key, value) in answers) text.Append(key.Replace(":", "__", StringComparison.Ordinal)).Append("='").Append(value).Append("'\n");
            Write(settings, text.ToString());
            Write(token, secret + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Setelan tidak dapat ditulis di {folder}: {error.Message}");
        }
        Console.Out.WriteLine($"Ditulis: {settings} dan {token} (keduanya hanya untuk pemiliknya).");
        Console.Out.WriteLine(folder == Installed
            ? "Mulai: systemctl restart kominfobot. Periksa: kominfobot doctor. Lalu kirim /start kepada bot dari Telegram Anda."
            : $"Mulai: set -a; . {settings}; set +a; Telegram__BotToken=$(cat {token}) ./run. Lalu kirim /start kepada bot dari Telegram Anda.");
    }

    /// <summary>Beside the settings: the service may not look where the file lay, e.g. in somebody's home.</summary>
    private static string Copied(string from, string to)
    {
        if (from != to) WriteForTheService(to, File.ReadAllBytes(from));
        return to;
    }

    /// <summary>The office's own words begin with its titles; more may be added (docs/teks.md).</summary>
    private static string Words(IReadOnlyDictionary<string, string> titles, string to)
    {
        WriteForTheService(to, JsonSerializer.SerializeToUtf8Bytes(new { istilah = titles, teks = new Dictionary<string, string>() }, readable));
        WordingFile.Load(to);
        return to;
    }

    private static void WriteForTheService(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static void Write(string path, string text)
    {
        var temporary = $"{path}.part";
        using (var file = new FileStream(temporary, PosixFile.ForOwner(FileMode.Create))) file.Write(Encoding.UTF8.GetBytes(text));
        Durable.SyncFile(temporary);
        Durable.Publish(temporary, path);
    }
}
