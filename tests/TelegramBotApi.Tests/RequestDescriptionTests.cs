using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace KominfoBot.TelegramBotApi.Tests;

public sealed class RequestDescriptionTests
{
    [Fact]
    public void Every_request_has_the_names_types_and_required_fields_of_its_method()
    {
        var api = BotApiDescription.OrSkip();
        var faults = new List<string>();
        var requests = AllRequests();

        foreach (var request in requests)
        {
            var name = request.GetType().Name;
            if (api.Method(request.MethodName) is not { } described)
            {
                faults.Add($"{name}: no method {request.MethodName}");
                continue;
            }
            var sent = Sent(request).ToDictionary(property => property.Name);
            faults.AddRange(sent.Keys.Except(described.Keys).Select(extra => $"{name}: {extra} is not a parameter of {request.MethodName}"));
            foreach (var field in described.Values)
            {
                sent.TryGetValue(field.Name, out var property);
                if (field.Required && property is not { IsRequired: true })
                    faults.Add($"{name}: {field.Name} is required by {request.MethodName}");
                // "Required if ...": one request class per alternative, each with its own required fields.
                if (property is { IsRequired: true } && !field.Required && !field.Description.StartsWith("Required if", StringComparison.Ordinal))
                    faults.Add($"{name}: {field.Name} is optional in {request.MethodName}");
                if (property is not null && !field.Types.Any(type => Fits(type, property.PropertyType)))
                    faults.Add($"{name}: {field.Name} is {property.PropertyType.Name}, {request.MethodName} takes {string.Join(" or ", field.Types)}");
            }
            var result = request.GetType().GetInterfaces().Single(i => i.IsGenericType).GetGenericArguments()[0];
            if (!api.Returns(request.MethodName).Any(type => Fits(type, result)))
                faults.Add($"{name}: returns {result.Name}, {request.MethodName} returns {string.Join(" or ", api.Returns(request.MethodName))}");
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(requests.Count >= 32, $"{requests.Count} requests were found");
    }

    [Fact]
    public void Every_type_that_is_received_or_sent_has_only_fields_of_the_Bot_API()
    {
        var api = BotApiDescription.OrSkip();
        var faults = new List<string>();
        var compared = 0;

        foreach (var type in typeof(Update).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace!.StartsWith("Telegram.Bot.Types", StringComparison.Ordinal) && !type.IsGenericType))
        {
            if (ApiName(type) is not { } apiName)
                continue;
            if (!api.HasType(apiName))
            {
                faults.Add($"no type {apiName}");
                continue;
            }
            compared++;
            var described = api.Type(apiName);
            // Of type object: the word that names the kind.
            foreach (var property in JsonBotAPI.Options.GetTypeInfo(type).Properties.Where(property => property is { IsExtensionData: false, Get: not null } && property.PropertyType != typeof(object)))
            {
                if (!described.TryGetValue(property.Name, out var field))
                    faults.Add($"{type.Name}: {property.Name} is not a field");
                else if (!field.Types.Any(described => Fits(described, property.PropertyType)))
                    faults.Add($"{type.Name}: {property.Name} is {property.PropertyType.Name}, the Bot API has {string.Join(" or ", field.Types)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.True(compared > 45, $"{compared} types were compared");
    }

    internal static List<IRequest> AllRequests() => [.. typeof(GetMeRequest).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRequest)))
        .Select(type => (IRequest)Activator.CreateInstance(type)!)];

    private static IEnumerable<JsonPropertyInfo> Sent(IRequest request) =>
        // "method" is only written into answers to a webhook.
        JsonBotAPI.Options.GetTypeInfo(request.GetType()).Properties.Where(property => property.Get is not null && property.Name != "method");

    private static string? ApiName(Type type) => type.Name switch
    {
        nameof(TGFile) => "File",
        "ForceReplyMarkup" => "ForceReply",
        nameof(ChatId) or nameof(InputFileId) or nameof(InputFileStream) or nameof(InputFileUrl) => null,
        var name => name,
    };

    private static bool Fits(string described, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        const string array = "Array of ";
        if (described.StartsWith(array, StringComparison.Ordinal))
            return Element(type) is { } element && Fits(described[array.Length..], element);
        return described switch
        {
            "Integer" => type == typeof(int) || type == typeof(long) || type == typeof(ChatId) || type == typeof(DateTime),
            "Float" => type == typeof(double),
            "String" => type == typeof(string) || type.IsEnum || type == typeof(ChatId) || type.IsAssignableTo(typeof(InputFile)) || type == typeof(Uri),
            "Boolean" or "True" => type == typeof(bool),
            "InputFile" => type.IsAssignableTo(typeof(InputFile)),
            "MaybeInaccessibleMessage" => type == typeof(Message),
            _ => ApiName(type) == described || type == typeof(IAlbumInputMedia) && described.StartsWith("InputMedia", StringComparison.Ordinal) || type.IsAbstract && type.Name == "ReplyMarkup",
        };
    }

    private static Type? Element(Type type) => type.IsArray
        ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GetGenericArguments()[0] : null;
}
