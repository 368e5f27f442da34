using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot.Serialization;

namespace Telegram.Bot;

/// <summary>How the Bot API's JSON is read and written.</summary>
public static class JsonBotAPI
{
    /// <summary>Options for any type of the Bot API, for instance one update from a webhook. Unknown fields are skipped, unknown words read as 0.</summary>
    public static JsonSerializerOptions Options { get; } = Ready();

    /// <summary>Sets the same rules on other options, such as those of a web framework.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        // The generated part is ready at once; a caller's own types still work, through reflection.
        options.TypeInfoResolverChain.Insert(0, JsonBotSerializerContext.Default);
        if (!options.TypeInfoResolverChain.OfType<DefaultJsonTypeInfoResolver>().Any())
            options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
    }

    private static JsonSerializerOptions Ready()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
