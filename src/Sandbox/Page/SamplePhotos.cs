namespace KominfoBot.Sandbox.Page;

/// <summary>Photos that come with the program, drawn for it by <c>SamplePhotos/draw.py</c>.</summary>
public static class SamplePhotos
{
    private const string Prefix = "samples/";

    /// <summary>Their file names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = typeof(SamplePhotos).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal).ToList();

    /// <summary>The bytes of one.</summary>
    /// <exception cref="ArgumentException">There is no such photo.</exception>
    public static byte[] Read(string name)
    {
        using var resource = typeof(SamplePhotos).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"no sample photo {name}", nameof(name));
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
