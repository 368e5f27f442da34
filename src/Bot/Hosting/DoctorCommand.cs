using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Doctor;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Posting;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Watch;

namespace KominfoBot.Bot.Hosting;

/// <summary>`doctor`: one line for each thing that must be right, with the next step where it is not; also while `serve` runs. Exit code 1 when one line is ✘.</summary>
internal static class DoctorCommand
{
    public static async Task Run(CommandLine line)
    {
        var settings = Settings.From(line);
        var faults = SettingFaults(settings).ToList();
        List<Verdict> found = [.. faults.Select(fault => Verdict.Bad("Setelan", "salah", fault))];
        if (faults.Count == 0)
        {
            var world = World.ForCommand(settings);
            found.Add(Verdict.Good("Setelan", "terbaca dan masuk akal"));
            found.AddRange(await new OutsideExamination(settings, world, TimeProvider.System).Look(CancellationToken.None));
            found.AddRange(new MachineExamination(settings, world).Look());
            found.Add(await MachineExamination.Photos(CancellationToken.None));
            found.AddRange(await new StoreExamination(settings, world, TimeProvider.System).Look(CancellationToken.None));
        }
        foreach (var verdict in found) Console.Out.WriteLine(Redaction.OneLine(verdict.ToString()));
        var bad = found.Count(verdict => verdict.Standing == Standing.Bad);
        if (bad > 0) throw new OperatorException($"{bad} hal perlu diperbaiki: lihat baris bertanda ✘.");
    }

    /// <summary>What `serve` would refuse, each by itself.</summary>
    private static IEnumerable<string> SettingFaults(Settings settings)
    {
        Action[] readings =
        [
            () => settings.Get<TelegramOptions>(TelegramOptions.Section), () => StoreDoor.Of(settings, DataDirectory.Of(settings)), () => settings.Get<BootstrapOptions>("Bootstrap"), () => settings.Get<LimitsOptions>("Limits"),
            () => settings.Get<ReviewOptions>("Review"), () => settings.Get<JobsOptions>("Jobs"), () => settings.Get<PostingOptions>("Posting"), () => settings.Get<ReminderOptions>("Posting:Reminders"),
            () => Passphrase.Of(settings.Get<BackupOptions>(BackupOptions.Section)), () => settings.Get<AlertOptions>(AlertOptions.Section), () => settings.Get<TelemetryOptions>(TelemetryOptions.Section), () => CheckRules.Load(settings), () => { var office = settings.Get<OfficeOptions>("Office"); OfficeData.Load(office); office.Calendar(); },
        ];
        foreach (var reading in readings)
        {
            string? fault = null;
            try
            {
                reading();
            }
            catch (OperatorException error)
            {
                fault = error.Message;
            }
            if (fault is not null) yield return fault;
        }
    }
}
