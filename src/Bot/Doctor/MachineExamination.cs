using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Doctor;

/// <summary>What the machine must offer: a directory of ours, room, programs, fonts, a passphrase that can be read.</summary>
internal sealed class MachineExamination(Settings settings, World world)
{
    private const long Little = 1L << 30;
    private const long TooLittle = 200L << 20;
    private const string Fonts = "/usr/share/fonts";

    public IEnumerable<Verdict> Look()
    {
        yield return Directory();
        yield return Disk();
        yield return Program("rsvg-convert", "gambar rekap dan PDF dapat dibuat", "rekap dikirim tanpa gambar", "librsvg2-bin", Standing.Doubtful);
        yield return Program("pdftotext", "lampiran PDF dapat diperiksa", "lampiran PDF ditolak", "poppler-utils", Standing.Doubtful);
        yield return System.IO.Directory.Exists(Fonts) && System.IO.Directory.EnumerateFiles(Fonts, "*.ttf", SearchOption.AllDirectories).Any() ? Verdict.Good("Huruf", "terpasang")
            : Verdict.Doubtful("Huruf", "tidak ada berkas huruf, gambar rekap tampil kosong", "sudo apt-get install fonts-dejavu-core");
        if (settings.Get<StoreOptions>("Store").Provider != StoreProvider.Postgres) yield break;
        yield return PostgresPrograms.Find(settings.Get<BackupOptions>(BackupOptions.Section)) is { } folder ? Verdict.Good("pg_dump", folder.Length > 0 ? folder : "ada")
            : Verdict.Bad("pg_dump", "tidak ada, jadi tidak ada cadangan", "sudo apt-get install postgresql-client");
    }

    /// <summary>Whether a child process that makes photos ready starts, and libvips in it.</summary>
    public static async Task<Verdict> Photos(CancellationToken cancel)
    {
        using var tool = new ImageTool(new ImageToolLimits(), TimeProvider.System);
        return await tool.Trouble(cancel) is not { } trouble ? Verdict.Good("vips", "foto diolah")
            : Verdict.Bad("vips", $"{trouble}; foto tidak dapat diolah, jadi naskah berfoto tidak dapat terbit", "sudo apt-get install util-linux; bila sudah ada, pasang ulang program ini");
    }

    private Verdict Directory()
    {
        var path = world.Directory.Path;
        if (!System.IO.Directory.Exists(path)) return Verdict.Doubtful("DataDirectory", $"{path} belum ada", "dibuat pada `serve` pertama; bila seharusnya sudah ada, periksa setelan DataDirectory");
        try
        {
            world.Directory.Prepare();
        }
        catch (OperatorException error)
        {
            return Verdict.Bad("DataDirectory", path, error.Message);
        }
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0
            ? Verdict.Good("DataDirectory", $"{path}, hanya untuk pemiliknya")
            : Verdict.Doubtful("DataDirectory", $"{path} dapat dibaca pengguna lain", $"chmod 700 {path}");
    }

    private Verdict Disk()
    {
        var existing = world.Directory.Path;
        while (!System.IO.Directory.Exists(existing)) existing = Path.GetDirectoryName(existing)!;
        var free = HouseState.FreeAt(existing);
        var found = $"{free >> 20:0} MB kosong";
        return free >= Little ? Verdict.Good("Ruang disk", found)
            : free >= TooLittle ? Verdict.Doubtful("Ruang disk", found, "kosongkan ruang: pindahkan cadangan lama, hapus log lama")
            : Verdict.Bad("Ruang disk", found, "segera kosongkan ruang; bila habis, kiriman tidak dapat disimpan");
    }

    private static Verdict Program(string name, string works, string without, string packages, Standing standing)
        => new LimitedProcess(null).Missing(name) is not { } missing ? Verdict.Good(name, works) : new Verdict(standing, name, $"{missing} tidak ada; {without}", $"sudo apt-get install {packages}");
}
