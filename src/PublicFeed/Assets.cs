using System.Text;

namespace KominfoBot.PublicFeed;

/// <summary>Files of the folder Assets, embedded in the assembly.</summary>
internal static class Assets
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"KominfoBot.PublicFeed.Assets.{name}")
            ?? throw new InvalidOperationException($"Berkas {name} tidak ikut dibangun.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
