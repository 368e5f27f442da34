using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Backups;

/// <summary>The secret of encrypted backups, from a file. Turning it into a key is slow on purpose and done once for each salt.</summary>
public sealed class Passphrase
{
    /// <summary>PBKDF2-HMAC-SHA512 (OWASP's password storage advice asks for 210,000 at least).</summary>
    internal const int Rounds = 250_000;

    private const int LongestRounds = 10_000_000;
    private const int Shortest = 12;

    private readonly byte[] text;
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    private Passphrase(byte[] text) => this.text = text;

    /// <summary>Of what this process writes.</summary>
    internal byte[] Salt { get; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>The file's text without the line's end.</summary>
    /// <exception cref="OperatorException">The file is not there, not to be read, or holds too little.</exception>
    public static Passphrase? Of(BackupOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PassphraseFile)) return null;
        string text;
        try
        {
            text = File.ReadAllText(options.PassphraseFile).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Berkas kata sandi cadangan {options.PassphraseFile} tidak dapat dibaca: {error.Message} {Settings.Remedy("Backup:PassphraseFile")}");
        }
        return text.Length >= Shortest ? new Passphrase(Encoding.UTF8.GetBytes(text))
            : throw new OperatorException($"Kata sandi cadangan dalam {options.PassphraseFile} terlalu pendek; isinya sedikitnya {Shortest} karakter, misalnya hasil `head -c 32 /dev/urandom | base64`.");
    }

    /// <summary>The key of the file that begins with this header.</summary>
    internal byte[] KeyFor(ReadOnlySpan<byte> header)
    {
        var salt = header.Slice(8, 16).ToArray();
        var rounds = BinaryPrimitives.ReadInt32BigEndian(header[24..]);
        if (rounds is < 1 or > LongestRounds) throw new InvalidDataException("kepala berkas cadangan berubah");
        var master = keys.GetOrAdd($"{Convert.ToHexString(salt)}:{rounds}", _ => Rfc2898DeriveBytes.Pbkdf2(text, salt, rounds, HashAlgorithmName.SHA512, 32));
        var key = new byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, key, salt: header.Slice(28, 16), info: "kominfo backup"u8);
        return key;
    }
}
