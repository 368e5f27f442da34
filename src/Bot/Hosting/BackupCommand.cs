using System.Globalization;
using KominfoBot.Bot.Backups;

namespace KominfoBot.Bot.Hosting;

/// <summary>`backup &lt;file&gt;`: one file with everything, read only, also while `serve` runs.</summary>
internal static class BackupCommand
{
    public static async Task Run(CommandLine line)
    {
        var target = line.Operand ?? throw new UsageException("`backup` memerlukan nama berkas, misalnya `backup /mnt/cadangan/kominfo.tar`.");
        if (Directory.Exists(target)) throw new UsageException($"{target} adalah folder; sebutkan nama berkasnya, misalnya `backup {Path.Combine(target, "kominfo.tar")}`.");
        var settings = Settings.From(line);
        var world = World.ForCommand(settings);
        var manifest = await new BackupJob(settings, world, StoreDoor.Of(settings, world.Directory), settings.Get<BackupOptions>(BackupOptions.Section), TimeProvider.System).Write(target, shelf: false, CancellationToken.None);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cadangan {target} ditulis dan diperiksa: {manifest.Items} naskah, {manifest.Entries.Count - 1} berkas foto dan dokumen, {manifest.AuditEvents} peristiwa audit, kepala {manifest.AuditHead}"));
        if (manifest.Faults.Count > 0) throw new OperatorException($"Cadangan {target} ditulis, tetapi datanya sendiri bermasalah: {string.Join("; ", manifest.Faults)}. Simpan juga cadangan yang lebih lama.");
    }
}

/// <summary>`restore &lt;file&gt;`: onto an empty data directory.</summary>
internal static class RestoreCommand
{
    public static async Task Run(CommandLine line)
    {
        var archive = line.Operand ?? throw new UsageException("`restore` memerlukan berkas cadangan, misalnya `restore /mnt/cadangan/kominfo.tar`.");
        var settings = Settings.From(line);
        var manifest = await new RestoreJob(settings, settings.Get<BackupOptions>(BackupOptions.Section), TimeProvider.System).Run(archive, CancellationToken.None);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Dipulihkan ke {DataDirectory.Of(settings).Path} dari cadangan {manifest.TakenAt:yyyy-MM-dd HH:mm} UTC: {manifest.Items} naskah, {manifest.Entries.Count - 1} berkas foto dan dokumen, {manifest.AuditEvents} peristiwa audit, kepala {manifest.AuditHead}"));
        foreach (var fault in manifest.Faults) Console.Out.WriteLine($"Sudah bermasalah saat dicadangkan: {fault}");
        var present = settings.WithoutSecrets();
        foreach (var (key, value) in manifest.Settings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (key != "DataDirectory" && present.GetValueOrDefault(key) is var now && now != value)
                Console.Out.WriteLine(now is null ? $"Setelan {key} waktu itu \"{value}\", sekarang kosong." : $"Setelan {key} waktu itu \"{value}\", sekarang \"{now}\".");
        Console.Out.WriteLine("Periksa dengan `doctor`, lalu jalankan `serve`.");
    }
}
