using System.Runtime.InteropServices;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>
/// The few functions of libvips and GLib that the worker needs, all by plain numbers and addresses: what has to be converted costs a compilation at each start.
/// </summary>
internal static unsafe partial class Vips
{
    private const string Library = "libvips.so.42";

    /// <summary>A GValue of GLib: a type and two words.</summary>
    public struct Value
    {
        public nint Type;
        private readonly long first, second;
    }

    /// <exception cref="VipsException">libvips does not start.</exception>
    public static void Start()
    {
        fixed (byte* name = "KominfoBot\0"u8)
            if (Init(name) != 0) throw VipsException.Last();
        // Only the formats' own, fuzzed loaders: no SVG, PDF, ImageMagick.
        BlockUntrusted(1);
        // Side by side are the variants, not the parts of one picture.
        Concurrency(1);
        CacheMax(0);
    }

    [DllImport(Library, EntryPoint = "vips_init"), DefaultDllImportSearchPaths(Places)]
    private static extern int Init(byte* name);

    [DllImport(Library, EntryPoint = "vips_block_untrusted_set"), DefaultDllImportSearchPaths(Places)]
    private static extern void BlockUntrusted(int blocked);

    [DllImport(Library, EntryPoint = "vips_concurrency_set"), DefaultDllImportSearchPaths(Places)]
    private static extern void Concurrency(int threads);

    [DllImport(Library, EntryPoint = "vips_cache_set_max"), DefaultDllImportSearchPaths(Places)]
    private static extern void CacheMax(int operations);

    [DllImport(Library, EntryPoint = "vips_error_buffer_copy"), DefaultDllImportSearchPaths(Places)]
    public static extern byte* TakeErrors();

    [DllImport(Library, EntryPoint = "vips_foreign_find_load"), DefaultDllImportSearchPaths(Places)]
    public static extern byte* LoaderOf(byte* file);

    [DllImport(Library, EntryPoint = "vips_operation_new"), DefaultDllImportSearchPaths(Places)]
    public static extern nint NewOperation(byte* name);

    [DllImport(Library, EntryPoint = "vips_object_set_argument_from_string"), DefaultDllImportSearchPaths(Places)]
    public static extern int SetArgument(nint operation, byte* name, byte* value);

    [DllImport(Library, EntryPoint = "vips_cache_operation_build"), DefaultDllImportSearchPaths(Places)]
    public static extern nint Build(nint operation);

    [DllImport(Library, EntryPoint = "vips_object_unref_outputs"), DefaultDllImportSearchPaths(Places)]
    public static extern void ReleaseOutputs(nint operation);

    [DllImport(Library, EntryPoint = "vips_image_get_type"), DefaultDllImportSearchPaths(Places)]
    public static extern nint ImageType();

    [DllImport(Library, EntryPoint = "vips_image_hasalpha"), DefaultDllImportSearchPaths(Places)]
    public static extern int HasAlpha(nint image);

    [DllImport(Library, EntryPoint = "vips_image_get_format"), DefaultDllImportSearchPaths(Places)]
    public static extern int Format(nint image);

    [DllImport(Library, EntryPoint = "vips_image_get_interpretation"), DefaultDllImportSearchPaths(Places)]
    public static extern int Interpretation(nint image);

    [DllImport(Library, EntryPoint = "vips_image_get_typeof"), DefaultDllImportSearchPaths(Places)]
    public static extern nint TypeOf(nint image, byte* field);

    [DllImport(Library, EntryPoint = "vips_image_copy_memory"), DefaultDllImportSearchPaths(Places)]
    public static extern nint CopyMemory(nint image);

    [DllImport(Library, EntryPoint = "vips_image_write_to_memory"), DefaultDllImportSearchPaths(Places)]
    public static extern byte* WriteToMemory(nint image, nuint* size);

    [DllImport(Library, EntryPoint = "g_value_init"), DefaultDllImportSearchPaths(Places)]
    public static extern Value* InitValue(Value* value, nint type);

    [DllImport(Library, EntryPoint = "g_value_set_object"), DefaultDllImportSearchPaths(Places)]
    public static extern void SetObject(Value* value, nint instance);

    [DllImport(Library, EntryPoint = "g_value_dup_object"), DefaultDllImportSearchPaths(Places)]
    public static extern nint DupObject(Value* value);

    [DllImport(Library, EntryPoint = "g_value_unset"), DefaultDllImportSearchPaths(Places)]
    public static extern void Unset(Value* value);

    [DllImport(Library, EntryPoint = "g_object_set_property"), DefaultDllImportSearchPaths(Places)]
    public static extern void SetProperty(nint instance, byte* name, Value* value);

    [DllImport(Library, EntryPoint = "g_object_get_property"), DefaultDllImportSearchPaths(Places)]
    public static extern void GetProperty(nint instance, byte* name, Value* value);

    [DllImport(Library, EntryPoint = "g_object_unref"), DefaultDllImportSearchPaths(Places)]
    public static extern void Release(nint instance);

    [DllImport(Library, EntryPoint = "g_free"), DefaultDllImportSearchPaths(Places)]
    public static extern void Free(void* memory);

    private const DllImportSearchPath Places = DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;
}
