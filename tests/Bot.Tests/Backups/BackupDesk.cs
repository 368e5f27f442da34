using System.Security.Cryptography;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Backups;

/// <summary>A data directory with a store, a few events and a photo, to be backed up and brought back.</summary>
internal sealed class BackupDesk : IAsyncDisposable
{
    private readonly TestStore at;

    private BackupDesk(TestStore at) => this.at = at;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Data => Path.Combine(at.Directory, "data");

    public NewsroomStore Store => at.Store;

    public string File(params ReadOnlySpan<string> parts) => Path.Combine([at.Directory, .. parts]);

    public static async Task<BackupDesk> Open(StoreProvider provider, bool migrated = true)
    {
        var desk = new BackupDesk(migrated ? await TestStore.Open(provider) : await TestStore.OpenEmpty(provider));
        Directory.CreateDirectory(desk.Data);
        return desk;
    }

    /// <summary>Some events of the audit chain.</summary>
    public async Task Happens(int events)
    {
        var people = new PeopleDesk(InvitationRules.Default);
        for (; events > 0; events--) await Store.Write(db => people.Invite(db, new InvitationOrder(Role.Kabid), null, ManualClock.WednesdayMorning, Cancel), Cancel);
    }

    /// <summary>A photo's original and one variant, on the disk and in the store.</summary>
    /// <returns>Its hash.</returns>
    public async Task<string> Photo(byte seed, bool onDisk = true)
    {
        byte[] content = [0xFF, 0xD8, seed, 1, 2, 3];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (onDisk)
        {
            Write(content, "photos", "originals", hash[..2], $"{hash}.jpg");
            Write([seed, 7], "photos", "public", hash[..2], $"{hash}-large.jpg");
        }
        await Store.Write(async db => { await db.Photos.AddAsync(new PhotoRow { Hash = hash, Format = "jpg", Width = 10, Height = 10, Bytes = content.Length, AddedAt = ManualClock.WednesdayMorning }, Cancel); }, Cancel);
        return hash;
    }

    public void Write(byte[] content, params string[] place)
    {
        var path = Path.Combine([Data, .. place]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
    }

    /// <summary>Settings as typed; the store's own unless another is named.</summary>
    public Settings Settings(params string[] typed)
        => Hosting.Settings.From(CommandLine.Parse(["serve", "--Telegram:BotToken=8123456789:AAH-rahasia_yang_tidak_boleh_tercetak0", $"--DataDirectory={Data}", $"--Store:Provider={at.Provider}", $"--Store:ConnectionString={at.ConnectionString}", .. typed]));

    public BackupJob Job(params string[] typed)
    {
        var settings = Settings(typed);
        var world = World.ForCommand(settings);
        return new BackupJob(settings, world, StoreDoor.Of(settings, world.Directory), settings.Get<BackupOptions>(BackupOptions.Section), new ManualClock());
    }

    public static RestoreJob Restore(Settings settings) => new(settings, settings.Get<BackupOptions>(BackupOptions.Section), new ManualClock());

    public ValueTask DisposeAsync() => at.DisposeAsync();
}
