using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace KominfoBot.Architecture.Tests;

/// <summary>A built assembly of ours, read from its metadata: what it really uses, not what its project file allows.</summary>
internal sealed class OurAssembly
{
    private OurAssembly(string name) => Assembly = Assembly.Load(name);

    public static OurAssembly Bot { get; } = new("KominfoBot");

    public static OurAssembly Workflow { get; } = new("KominfoBot.Workflow");

    public static OurAssembly PublicFeed { get; } = new("KominfoBot.PublicFeed");

    public static OurAssembly Sandbox { get; } = new("KominfoBot.Sandbox");

    /// <summary>Our own Telegram.Bot, or the package where that was built with.</summary>
    public static OurAssembly Library { get; } = new(File.Exists(Path.Combine(AppContext.BaseDirectory, "KominfoBot.TelegramBotApi.dll")) ? "KominfoBot.TelegramBotApi" : "Telegram.Bot");

    /// <summary>All that is written here, but for the library's twin, which follows the library.</summary>
    public static IReadOnlyList<OurAssembly> All { get; } = [Bot, Workflow, PublicFeed, Sandbox];

    public Assembly Assembly { get; }

    /// <summary>Simple names of the assemblies that it uses.</summary>
    public IReadOnlyList<string> Uses => [.. Assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    public IReadOnlyList<string> UsesOfOurs => [.. Uses.Where(name => name.StartsWith("KominfoBot", StringComparison.Ordinal) || name == "Telegram.Bot")];

    /// <summary>Types written by hand, top level and nested.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("KominfoBot", StringComparison.Ordinal) == true);

    /// <summary>Full names of the types of another assembly that it uses.</summary>
    public IReadOnlyList<string> TypesUsedOf(string assembly) => Read(reader => reader.TypeReferences.Select(reader.GetTypeReference)
        .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference && reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == assembly)
        .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}").ToList());

    /// <summary>The members of other assemblies that it calls, as <c>Namespace.Type.member</c>.</summary>
    public IReadOnlyList<string> MembersUsed => Read(reader => reader.MemberReferences.Select(reader.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => (Type: reader.GetTypeReference((TypeReferenceHandle)member.Parent), Name: reader.GetString(member.Name)))
        .Select(member => $"{reader.GetString(member.Type.Namespace)}.{reader.GetString(member.Type.Name)}.{member.Name}").ToList());

    public override string ToString() => Assembly.GetName().Name!;

    private T Read<T>(Func<MetadataReader, T> question)
    {
        using var file = new PEReader(File.OpenRead(Assembly.Location));
        return question(file.GetMetadataReader());
    }
}
