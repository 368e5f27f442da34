namespace KominfoBot.Bot.Releases;

/// <summary>
/// A file of a package while it is unpacked: counts what comes out, whatever the directory declared, and keeps from the XML reader what could make it grow:
/// a tag without end and a document type.
/// </summary>
/// <param name="limit">Bytes.</param>
/// <param name="excess">What more than that means.</param>
/// <param name="isXml">Look at tags.</param>
internal sealed class GuardedPart(Stream inner, long limit, ReleaseFault excess, string name, bool isXml) : Stream
{
    private static ReadOnlySpan<byte> Declaration => "<!D"u8;

    private long count;
    private int sinceTag, matched;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Watch(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Watch(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        count += bytes.Length;
        if (count > limit) throw new ReleaseRefusedException(excess, count, name);
        if (!isXml) return;
        foreach (var octet in bytes)
        {
            // In UTF-16 and UTF-32 zeros stand between.
            if (octet == 0) continue;
            sinceTag = octet == (byte)'<' ? 0 : sinceTag + 1;
            matched = octet == Declaration[matched] ? matched + 1 : octet == (byte)'<' ? 1 : 0;
            if (matched == Declaration.Length) throw new ReleaseRefusedException(ReleaseFault.DocumentType, 0, name);
            if (sinceTag > ReleaseLimits.MaxTagBytes) throw new ReleaseRefusedException(ReleaseFault.TextTooLarge, count, name);
        }
    }
}
