using System.Buffers.Binary;
using System.Security.Cryptography;

namespace KominfoBot.Bot.Backups;

/// <summary>
/// Encrypts what is written to it: AES-256-GCM in pieces of 64 KiB, each under a nonce that holds its number and whether it is the last, so that pieces can
/// be neither swapped nor left out, and a file that was cut off is found (the construction STREAM, as age uses it). The header is authenticated with each piece.
/// </summary>
internal sealed class SealedWriter : Stream
{
    private readonly Stream inner;
    private readonly AesGcm cipher;
    private readonly byte[] header;
    private readonly byte[] plain = new byte[SealedFormat.Piece];
    private readonly byte[] coded = new byte[SealedFormat.Piece + SealedFormat.Tag];
    private int filled;
    private ulong number;
    private bool ended;

    /// <param name="inner">Stays open.</param>
    public SealedWriter(Stream inner, Passphrase passphrase)
    {
        this.inner = inner;
        header = SealedFormat.NewHeader(passphrase);
        cipher = new AesGcm(passphrase.KeyFor(header), SealedFormat.Tag);
        inner.Write(header);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full piece waits: only the end tells whether it is the last.
            if (filled == plain.Length) Put(last: false);
            var taken = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last piece; nothing may follow. Without it the file counts as cut off.</summary>
    public void End()
    {
        if (ended) return;
        ended = true;
        Put(last: true);
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Put(bool last)
    {
        cipher.Encrypt(SealedFormat.Nonce(number++, last), plain.AsSpan(0, filled), coded.AsSpan(0, filled), coded.AsSpan(filled, SealedFormat.Tag), header);
        inner.Write(coded, 0, filled + SealedFormat.Tag);
        filled = 0;
    }
}

/// <summary>The layout: "KOMINFO1", salt (16), rounds (4, big-endian), file (16), then the pieces.</summary>
internal static class SealedFormat
{
    public const int Piece = 64 * 1024;
    public const int Tag = 16;
    public const int Header = 8 + 16 + 4 + 16;

    private static readonly byte[] mark = "KOMINFO1"u8.ToArray();

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(mark);

    public static byte[] NewHeader(Passphrase passphrase)
    {
        var header = new byte[Header];
        mark.CopyTo(header, 0);
        passphrase.Salt.CopyTo(header, 8);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(24), Passphrase.Rounds);
        RandomNumberGenerator.Fill(header.AsSpan(28, 16));
        return header;
    }

    public static byte[] Nonce(ulong number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce, number);
        nonce[8] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
