using System.Runtime.InteropServices;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>libvips refused; the message is its own.</summary>
internal sealed class VipsException(string message) : Exception(message)
{
    /// <summary>What libvips said since it was asked last.</summary>
    public static unsafe VipsException Last()
    {
        var said = Vips.TakeErrors();
        var error = new VipsException(Marshal.PtrToStringUTF8((nint)said) ?? "");
        Vips.Free(said);
        return error;
    }
}
