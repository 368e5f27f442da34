using System.Runtime.InteropServices;
using System.Text;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>A picture of libvips; most are only planned until something is written.</summary>
internal sealed unsafe class VipsImage(nint handle) : IDisposable
{
    /// <summary>VIPS_FORMAT_UCHAR and VIPS_INTERPRETATION_sRGB of libvips' own headers.</summary>
    private const int Bytes = 0, Srgb = 22;

    public nint Handle => handle;

    /// <summary>A file by its header; its pixels are read when something is made of them.</summary>
    /// <exception cref="VipsException">Not a picture that may be read.</exception>
    public static VipsImage Open(string file)
    {
        fixed (byte* path = Encoding.UTF8.GetBytes(file + '\0'))
        {
            var loader = Vips.LoaderOf(path);
            return loader is null ? throw VipsException.Last() : new VipsOperation(Marshal.PtrToStringUTF8((nint)loader)!).With("filename", file).Image();
        }
    }

    /// <summary>Whether a part of it may be seen through.</summary>
    public bool HasAlpha => Vips.HasAlpha(handle) != 0;

    /// <summary>Whether its pixels are sRGB of 8 bits and no profile says otherwise.</summary>
    public bool IsPlain
    {
        get
        {
            fixed (byte* profile = "icc-profile-data\0"u8) return IsBytes && Vips.Interpretation(handle) == Srgb && Vips.TypeOf(handle, profile) == 0;
        }
    }

    /// <summary>Whether its pixels have 8 bits a channel.</summary>
    public bool IsBytes => Vips.Format(handle) == Bytes;

    /// <summary>Computes the picture, once.</summary>
    /// <exception cref="VipsException">It could not be read to its end.</exception>
    public VipsImage InMemory() => Vips.CopyMemory(handle) is var copy and not 0 ? new VipsImage(copy) : throw VipsException.Last();

    /// <summary>Its pixels, row by row.</summary>
    public byte[] Pixels()
    {
        nuint size;
        var memory = Vips.WriteToMemory(handle, &size);
        if (memory is null) throw VipsException.Last();
        var pixels = new ReadOnlySpan<byte>(memory, (int)size).ToArray();
        Vips.Free(memory);
        return pixels;
    }

    public void Dispose() => Vips.Release(handle);
}
