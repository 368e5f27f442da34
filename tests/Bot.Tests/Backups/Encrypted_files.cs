using System.Security.Cryptography;
using KominfoBot.Bot.Backups;
using KominfoBot.Bot.Hosting;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Backups;

public sealed class Encrypted_files : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    /// <summary>Around the ends of a piece.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    public void Come_back_whole_and_show_every_cut_and_every_changed_bit(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var passphrase = Key("sebelas ekor itik");
        var coded = Coded(plain, passphrase);

        Assert.Equal(plain, Plain(coded, passphrase));
        foreach (var cut in (int[])[1, 16, 17, Math.Min(coded.Length, 65_552), coded.Length]) Assert.Throws<InvalidDataException>(() => Plain(coded[..^cut], passphrase));
        foreach (var at in (int[])[0, 8, 25, 30, 44, coded.Length - 1])
        {
            var changed = coded.ToArray();
            changed[at] ^= 1;
            Assert.Throws<InvalidDataException>(() => Plain(changed, passphrase));
        }
        Assert.Throws<InvalidDataException>(() => Plain([.. coded, 0], passphrase));
        Assert.Throws<InvalidDataException>(() => Plain(coded, Key("sebelas ekor ayam")));
    }

    [Fact]
    public void Pieces_cannot_change_places()
    {
        var passphrase = Key("sebelas ekor itik");
        var coded = Coded(RandomNumberGenerator.GetBytes(3 * 65_536), passphrase);
        byte[] swapped = [.. coded[..44], .. coded[(44 + 65_552)..(44 + (2 * 65_552))], .. coded[44..(44 + 65_552)], .. coded[(44 + (2 * 65_552))..]];

        Assert.Equal(coded.Length, swapped.Length);
        Assert.Throws<InvalidDataException>(() => Plain(swapped, passphrase));
    }

    [Fact]
    public void A_passphrase_that_is_short_or_not_there_is_refused()
    {
        Assert.Contains("terlalu pendek", Assert.Throws<OperatorException>(() => Key("pendek")).Message, StringComparison.Ordinal);
        Assert.Contains("Backup:PassphraseFile", Assert.Throws<OperatorException>(() => Passphrase.Of(new BackupOptions { PassphraseFile = directory.File("tidak-ada") })).Message, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();

    private Passphrase Key(string text)
    {
        var file = directory.File("key");
        File.WriteAllText(file, text + "\n");
        return Passphrase.Of(new BackupOptions { PassphraseFile = file })!;
    }

    private static byte[] Coded(byte[] plain, Passphrase passphrase)
    {
        using var output = new MemoryStream();
        using (var writer = new SealedWriter(output, passphrase))
        {
            writer.Write(plain);
            writer.End();
        }
        return output.ToArray();
    }

    private static byte[] Plain(byte[] coded, Passphrase passphrase)
    {
        using var reader = new SealedReader(new MemoryStream(coded), passphrase);
        using var output = new MemoryStream();
        reader.CopyTo(output);
        return output.ToArray();
    }
}
