using System.Text;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>One operation of libvips, by its name and the names of its arguments (<c>vips -l</c> lists them); made, run once, let go.</summary>
internal sealed unsafe class VipsOperation
{
    private readonly nint handle;

    /// <param name="name">E.g. <c>thumbnail</c>.</param>
    public VipsOperation(string name)
    {
        fixed (byte* text = Text(name)) handle = Vips.NewOperation(text);
        if (handle == 0) throw VipsException.Last();
    }

    /// <summary>An argument as <c>vips</c> would take it on its command line.</summary>
    public VipsOperation With(string name, string value)
    {
        fixed (byte* argument = Text(name), text = Text(value))
            return Vips.SetArgument(handle, argument, text) == 0 ? this : throw VipsException.Last();
    }

    /// <summary>The picture that the operation works on.</summary>
    public VipsOperation With(string name, VipsImage image)
    {
        Vips.Value value = default;
        Vips.InitValue(&value, Vips.ImageType());
        Vips.SetObject(&value, image.Handle);
        fixed (byte* argument = Text(name)) Vips.SetProperty(handle, argument, &value);
        Vips.Unset(&value);
        return this;
    }

    /// <summary>Runs it for its effect.</summary>
    /// <exception cref="VipsException">It failed.</exception>
    public void Run() => Let(go: Built());

    /// <summary>Runs it for the picture that comes out.</summary>
    /// <exception cref="VipsException">It failed.</exception>
    public VipsImage Image()
    {
        var built = Built();
        Vips.Value value = default;
        Vips.InitValue(&value, Vips.ImageType());
        fixed (byte* name = "out\0"u8) Vips.GetProperty(built, name, &value);
        var image = new VipsImage(Vips.DupObject(&value));
        Vips.Unset(&value);
        Let(go: built);
        return image;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private nint Built()
    {
        var built = Vips.Build(handle);
        if (built == 0) Vips.ReleaseOutputs(handle);
        Vips.Release(handle);
        return built == 0 ? throw VipsException.Last() : built;
    }

    private static void Let(nint go)
    {
        Vips.ReleaseOutputs(go);
        Vips.Release(go);
    }
}
