using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;

namespace KominfoBot.Bot.Board;

/// <summary>
/// Links to the board: for one chat account, for a day, signed (HMAC-SHA-256, RFC 2104) with a secret that lies in the data directory. A link says who asks; what
/// he may see is asked of the store at every use.
/// </summary>
public sealed class BoardLink(DataDirectory directory, OfficeProfile office)
{
    public const string Path = "/papan";

    /// <summary>The parameter, and the cookie, that holds the key.</summary>
    public const string Parameter = "kunci";

    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int Payload = 16, Signature = 32, SecretBytes = 32;

    private readonly Lazy<byte[]> secret = new(() => SecretIn(directory.File("papan.key")));

    /// <summary>Makes the secret where there is none yet, so that a folder that cannot hold it stops the start and not the first reader.</summary>
    /// <exception cref="OperatorException">It is damaged.</exception>
    public void Prepare() => _ = secret.Value;

    /// <summary>Whether a button may open it: the Bot API refuses a message whose button names a host like "localhost".</summary>
    public bool FitsButton { get; } = Uri.TryCreate(office.PublicBase, UriKind.Absolute, out var address) && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The whole address.</summary>
    public string For(long chatUserId, DateTimeOffset now) => $"{office.PublicBase}{Path}?{Parameter}={KeyFor(chatUserId, now)}";

    public string KeyFor(long chatUserId, DateTimeOffset now)
    {
        var key = new byte[Payload + Signature];
        BinaryPrimitives.WriteInt64BigEndian(key, chatUserId);
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(8), (now + Life).ToUnixTimeSeconds());
        Sign(key.AsSpan(0, Payload), key.AsSpan(Payload));
        return Base64Url.EncodeToString(key);
    }

    /// <summary>Whose key it is and until when; null for one that is not ours or has run out.</summary>
    public (long ChatUserId, DateTimeOffset Until)? Read(string? key, DateTimeOffset now)
    {
        if (key is null || key.Length != Base64Url.GetEncodedLength(Payload + Signature) || !Base64Url.IsValid(key)) return null;
        var bytes = Base64Url.DecodeFromChars(key);
        Span<byte> expected = stackalloc byte[Signature];
        Sign(bytes.AsSpan(0, Payload), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(Payload))) return null;
        var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(8)));
        return now < until ? (BinaryPrimitives.ReadInt64BigEndian(bytes), until) : null;
    }

    private void Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        // What the signature is for stands in it, so that it is of no use elsewhere.
        Span<byte> signed = [.. "papan\0"u8, .. payload];
        HMACSHA256.HashData(secret.Value, signed, signature);
    }

    /// <summary>Made once; links outlive a restart.</summary>
    private static byte[] SecretIn(string file)
    {
        if (!File.Exists(file))
        {
            var partial = $"{file}.{Environment.ProcessId}.part";
            using (var stream = new FileStream(partial, PosixFile.ForOwner(FileMode.Create))) stream.Write(RandomNumberGenerator.GetBytes(SecretBytes));
            try
            {
                File.Move(partial, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process was first: its secret is everybody's.
                File.Delete(partial);
            }
        }
        var bytes = File.ReadAllBytes(file);
        return bytes.Length == SecretBytes ? bytes : throw new OperatorException($"{file} rusak ({bytes.Length} bita, seharusnya {SecretBytes}). Hapus berkas itu: yang baru dibuat sendiri, dan tautan papan yang lama tidak berlaku lagi.");
    }
}
