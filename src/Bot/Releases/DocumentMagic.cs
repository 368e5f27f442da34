namespace KominfoBot.Bot.Releases;

/// <summary>Says by its first bytes what a file is that calls itself a Word document.</summary>
internal static class DocumentMagic
{
    private const int SniffBytes = 1024, Window = 1 << 16;

    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The name of the stream in which an encrypted document lies (MS-OFFCRYPTO 2.3.4.4), UTF-16.</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <summary>Null for a ZIP file, which a document of today is.</summary>
    public static ReleaseRefusal? Refuses(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[SniffBytes];
        head = head[..file.ReadAtLeast(head, SniffBytes, throwOnEndOfStream: false)];
        if (head.IsEmpty) return new ReleaseRefusal(ReleaseFault.Empty);
        if (head.StartsWith("PK\x03\x04"u8)) return null;
        if (head.StartsWith(Compound)) return new ReleaseRefusal(Holds(file, EncryptedPackage) ? ReleaseFault.Encrypted : ReleaseFault.OldWord);
        if (head.StartsWith("{\\rtf"u8)) return new ReleaseRefusal(ReleaseFault.Rtf);
        return new ReleaseRefusal(head.IndexOf("%PDF-"u8) >= 0 ? ReleaseFault.Pdf : ReleaseFault.NotWord);
    }

    private static bool Holds(Stream file, ReadOnlySpan<byte> sought)
    {
        file.Position = 0;
        var window = new byte[Window];
        var kept = 0;
        for (int read; (read = file.Read(window, kept, window.Length - kept)) > 0;)
        {
            var filled = window.AsSpan(0, kept + read);
            if (filled.IndexOf(sought) >= 0) return true;
            kept = Math.Min(sought.Length - 1, filled.Length);
            filled[^kept..].CopyTo(window);
        }
        return false;
    }
}
