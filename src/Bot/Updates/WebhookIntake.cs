using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KominfoBot.Bot.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// Takes updates that the server sends (setWebhook). The order of its steps is its defence: secret, size, JSON, commit, 200. Any answer but 2xx makes the
/// server send the update again, for up to a day.
/// </summary>
public static class WebhookIntake
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>An update of 4096 characters has some ten kilobytes.</summary>
    private const int BodyLimit = 1024 * 1024;

    /// <summary>Maps the path of Telegram:WebhookUrl; nothing when updates are polled.</summary>
    public static void MapWebhook(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options is { Mode: UpdateMode.Webhook, WebhookPath: { } path })
            app.MapPost(Literal(path), Receive).ExcludeFromDescription();
    }

    private static async Task<Results<Ok, UnauthorizedHttpResult, StatusCodeHttpResult>> Receive(
        HttpContext context, IOptions<TelegramOptions> options, Inbox inbox, DeliveryHealth health, ILogger<Inbox> logger)
    {
        if (!IsSecret(context.Request.Headers[SecretHeader].ToString(), options.Value.WebhookSecret!))
            return TypedResults.Unauthorized();
        if (await Body(context.Request) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var update = Read(body);
        if (update.UpdateId is null) logger.LogError("Panggilan webhook dengan rahasia yang benar tetapi isi yang bukan update; disimpan untuk diperiksa.");
        await inbox.Accept([update], context.RequestAborted);
        health.Received();
        return TypedResults.Ok();
    }

    private static ReceivedUpdate Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, IntakeJson.Options);
            return ReceivedUpdate.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return ReceivedUpdate.Broken(body);
        }
    }

    /// <summary>Hashes of equal length are compared, so that the time tells neither the secret nor how long it is.</summary>
    private static bool IsSecret(string given, string secret)
        => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The body, or null when it is longer than <see cref="BodyLimit"/>.</summary>
    private static async Task<byte[]?> Body(HttpRequest request)
    {
        if (request.ContentLength > BodyLimit) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            if (body.Length + count > BodyLimit) return null;
            body.Write(buffer, 0, count);
        }
        return body.ToArray();
    }

    /// <summary>A path as a route that matches just this path: braces would be parameters.</summary>
    private static string Literal(string path)
        => Uri.UnescapeDataString(path).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
