using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KominfoBot.Bot.Scenes;

/// <summary>A text written for the scenes (naskah.json). <c>{hari}</c> in it stands for the day on which it is sent in.</summary>
public sealed record Manuscript(string Id, string Skpd, string Title, ImmutableArray<string> Body, ImmutableArray<ManuscriptPhoto> Photos)
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly Lazy<FrozenDictionary<string, Manuscript>> Shipped = new(() =>
    {
        using var file = typeof(Manuscript).Assembly.GetManifestResourceStream("naskah.json")!;
        return JsonSerializer.Deserialize(file, ManuscriptJson.Default.ImmutableArrayManuscript).ToFrozenDictionary(text => text.Id);
    });

    /// <summary>All of them.</summary>
    public static ImmutableArray<Manuscript> All => Shipped.Value.Values;

    public static Manuscript Named(string id) => Shipped.Value[id];

    /// <summary>The body as somebody writes it on that day.</summary>
    public string BodyOn(DateTimeOffset local) => string.Join("\n\n", Body).Replace("{hari}", local.ToString("dddd (d/M/yyyy)", Indonesian), StringComparison.Ordinal);
}

/// <summary>One of the sandbox's sample photos with a caption for this text.</summary>
public sealed record ManuscriptPhoto(string Sample, string Caption);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ImmutableArray<Manuscript>))]
internal sealed partial class ManuscriptJson : JsonSerializerContext;
