using System.Formats.Tar;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>The drill: a backup while people work, the machine is lost, one command on an empty one, and the newsroom goes on (threat 15, D6).</summary>
public sealed class Back_from_a_backup
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task The_newsroom_goes_on_where_the_backup_was_made(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider, new Dictionary<string, string> { ["Office__Name"] = "Diskominfo Uji" });
        var (before, during, after) = (new Sample(700), new Sample(701, Photos: 2), new Sample(702));
        await office.Invite(Office.SecondAuthor, "AdminSkpd", "--skpd", "DINKES");
        await office.Submit(Office.Author, before);
        await office.Approve(Office.Author, before);
        await office.Rests();
        var acts = await office.Acts();

        // People work while it is made; whatever had become of it by then is as it was.
        var work = office.Submit(Office.SecondAuthor, during);
        var backup = await office.Command("backup", office.File("cadangan.tar"));
        Assert.True(backup.Code == 0, backup.Everything);
        await work;
        await office.Kill();
        await office.LosesItsDisk();
        var restored = await office.Command("restore", office.File("cadangan.tar"));
        Assert.True(restored.Code == 0, restored.Everything);
        await office.Start();

        await office.ShowsPublished(before, photos: 1);
        Assert.Equal(acts, (await office.Acts()).Take(acts.Count));
        Assert.Equal(1, await office.Count("Publications"));
        await office.Submit(Office.Author, after);
        await office.Approve(Office.Author, after);
        await office.ShowsPublished(after, photos: 1);
        await office.Rests();
        var audit = await office.Command("verify-audit");
        Assert.True(audit.Code == 0, audit.Everything);
        if (provider == StoreProvider.Sqlite) Assert.Equal("ok", (await office.Query("PRAGMA integrity_check")).Single());
        office.NoLogHoldsTheToken();
    }

    [Theory, BothStores]
    public async Task A_directory_or_database_with_something_in_it_is_refused(StoreProvider provider)
    {
        if (provider == StoreProvider.Postgres) LongProgram.Only();
        await using var office = await Office.Open(provider);
        await office.Start();
        await office.Greet();
        var file = office.File("cadangan.tar");
        Assert.Equal(0, (await office.Command("backup", file)).Code);

        if (provider == StoreProvider.Sqlite) Assert.Contains("sedang dipakai", (await office.Command("restore", file)).OneSentence(1), StringComparison.Ordinal);
        await office.Kill();
        var data = office.Data;
        Assert.Contains("tidak kosong", (await office.Command("restore", file)).OneSentence(1), StringComparison.Ordinal);
        if (provider == StoreProvider.Postgres) Assert.Contains("createdb", (await office.Command("restore", file, "--DataDirectory", office.File("lain"))).OneSentence(1), StringComparison.Ordinal);
        await office.Start();
        Assert.Equal(data, office.Data);
        Assert.True(await office.Count("AuditEvents") > 0);
    }

    [Fact]
    public async Task An_encrypted_one_shows_nothing_and_needs_its_passphrase()
    {
        await using var office = await Office.Staffed();
        var item = new Sample(710);
        await office.Submit(Office.Author, item);
        await office.Approve(Office.Author, item);
        await office.Rests();
        var (file, key, other) = (office.File("cadangan.tar.enc"), office.File("kunci"), office.File("kunci-lain"));
        await File.WriteAllTextAsync(key, "sebelas ekor itik di sawah\n", cancel);
        await File.WriteAllTextAsync(other, "sebelas ekor itik di kolam\n", cancel);
        Assert.Equal(0, (await office.Command("backup", file, $"--Backup:PassphraseFile={key}")).Code);
        var bytes = await File.ReadAllBytesAsync(file, cancel);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("manifest.json"u8));
        await office.Kill();
        await office.LosesItsDisk();

        Assert.Contains("tersandi", (await office.Command("restore", file)).OneSentence(1), StringComparison.Ordinal);
        Assert.Contains("kata sandinya lain", (await office.Command("restore", file, $"--Backup:PassphraseFile={other}")).OneSentence(1), StringComparison.Ordinal);
        foreach (var length in (int[])[bytes.Length - 1, bytes.Length / 2, 60, 0])
        {
            await File.WriteAllBytesAsync(office.File("potong"), bytes[..length], cancel);
            Assert.Contains("tidak utuh", (await office.Command("restore", office.File("potong"), $"--Backup:PassphraseFile={key}")).OneSentence(1), StringComparison.Ordinal);
        }
        Assert.False(File.Exists(Path.Combine(office.Data, "kominfo.db")));
        Assert.Equal(0, (await office.Command("restore", file, $"--Backup:PassphraseFile={key}")).Code);
        await office.Start();
        await office.ShowsPublished(item, photos: 1);
    }

    [Fact]
    public async Task One_that_was_cut_or_changed_is_refused_and_nothing_is_restored()
    {
        await using var office = await Office.Open();
        await office.Start();
        await office.Greet();
        var file = office.File("cadangan.tar");
        Assert.Equal(0, (await office.Command("backup", file)).Code);
        await office.Kill();
        await office.LosesItsDisk();
        var bytes = await File.ReadAllBytesAsync(file, cancel);

        await Refused(bytes[..(bytes.Length / 2)]);
        await Refused(bytes[..(bytes.Length - 4096)]);
        await Refused(bytes[..1024]);
        await Refused("bukan cadangan"u8.ToArray());
        var changed = bytes.ToArray();
        changed[2000] ^= 1;
        await Refused(changed);
        await Refused(await Smuggled(file));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(office.Data), path => Path.GetFileName(path) is not "kominfo.lock");
        Assert.Equal(0, (await office.Command("restore", file)).Code);

        async Task Refused(byte[] content)
        {
            await File.WriteAllBytesAsync(office.File("rusak.tar"), content, cancel);
            Assert.Contains("tidak utuh", (await office.Command("restore", office.File("rusak.tar"))).OneSentence(1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_restore_that_was_interrupted_is_named_and_begun_anew()
    {
        await using var office = await Office.Open();
        await office.Start();
        await office.Greet();
        var file = office.File("cadangan.tar");
        Assert.Equal(0, (await office.Command("backup", file)).Code);
        await office.Kill();
        await office.LosesItsDisk();
        // As a power cut leaves it: some of it moved to its place, the database not.
        Directory.CreateDirectory(Path.Combine(office.Data, ".restore"));
        Directory.CreateDirectory(Path.Combine(office.Data, "photos", "originals"));
        await File.WriteAllLinesAsync(Path.Combine(office.Data, ".restore", "placing"), [Path.Combine(office.Data, "photos"), Path.Combine(office.Data, "kominfo.db")], cancel);

        office.Launch();
        Assert.Contains("terputus", (await office.Bot.End()).OneSentence(1), StringComparison.Ordinal);
        Assert.Equal(0, (await office.Command("restore", file)).Code);
        await office.Start();
        Assert.True(await office.Count("AuditEvents") > 0);
    }

    /// <summary>An archive that would write outside the data directory.</summary>
    private static async Task<byte[]> Smuggled(string file)
    {
        using var output = new MemoryStream();
        await using (var source = File.OpenRead(file))
        await using (var reader = new TarReader(source))
        await using (var writer = new TarWriter(output, leaveOpen: true))
        {
            await writer.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "../../keluar.txt") { DataStream = new MemoryStream([1]) }, cancel);
            while (await reader.GetNextEntryAsync(copyData: true, cancel) is { } entry) await writer.WriteEntryAsync(entry, cancel);
        }
        return output.ToArray();
    }
}
