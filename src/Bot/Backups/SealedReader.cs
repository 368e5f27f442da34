using System.Security.Cryptography;

namespace KominfoBot.Bot.Backups;

/// <summary>Reads what <see cref="SealedWriter"/> wrote. Nothing is given out that was not authenticated.</summary>
internal sealed class SealedReader : Stream
{
    private readonly Stream inner;
    private readonly AesGcm cipher;
    private readonly byte[] header = new byte[SealedFormat.Header];
    private readonly byte[] coded = new byte[SealedFormat.Piece + SealedFormat.Tag];
    private readonly byte[] plain = new byte[SealedFormat.Piece];
    private int at, filled;
    private ulong number;
    private bool ended;

    /// <param name="inner">Seekable; closed with this.</param>
    /// <exception cref="InvalidDataException">No such file.</exception>
    public SealedReader(Stream inner, Passphrase passphrase)
    {
        this.inner = inner;
        if (inner.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !SealedFormat.Begins(header)) throw new InvalidDataException("bukan berkas cadangan tersandi");
        cipher = new AesGcm(passphrase.KeyFor(header), SealedFormat.Tag);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The passphrase is another one, or the file was changed or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (at == filled && !ended) Fetch();
        var taken = Math.Min(buffer.Length, filled - at);
        plain.AsSpan(at, taken).CopyTo(buffer);
        at += taken;
        return taken;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Fetch()
    {
        var read = inner.ReadAtLeast(coded, coded.Length, throwOnEndOfStream: false);
        ended = inner.Position == inner.Length;
        if (read < SealedFormat.Tag) throw new InvalidDataException("berkas cadangan terpotong");
        (at, filled) = (0, read - SealedFormat.Tag);
        try
        {
            cipher.Decrypt(SealedFormat.Nonce(number, ended), coded.AsSpan(0, filled), coded.AsSpan(filled, SealedFormat.Tag), plain.AsSpan(0, filled), header);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new InvalidDataException(number == 0 && !ended ? "kata sandinya lain, atau berkasnya berubah" : "kata sandinya lain, atau berkasnya berubah atau terpotong");
        }
        number++;
    }
}
