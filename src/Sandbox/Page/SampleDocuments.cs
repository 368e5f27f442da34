namespace KominfoBot.Sandbox.Page;

/// <summary>Documents that come with the program, put together in code when somebody attaches them: a release in Word and the PDF of an announcement.</summary>
public static class SampleDocuments
{
    private static readonly Dictionary<string, Lazy<byte[]>> all = new(StringComparer.Ordinal)
    {
        ["Rilis layanan akta kelahiran.docx"] = new(SampleRelease.Write),
        ["Pengumuman sewa kios pasar.pdf"] = new(SampleAnnouncement.Write),
    };

    /// <summary>Their file names, in order.</summary>
    public static IReadOnlyCollection<string> Names => all.Keys;

    /// <summary>The bytes of one; null when there is none of that name.</summary>
    public static byte[]? Read(string name) => all.GetValueOrDefault(name)?.Value;
}
