using Telegram.Bot.Exceptions;

namespace KominfoBot.Bot.Outbox;

/// <summary>What a failed call to the server means for the row.</summary>
internal enum FaultKind
{
    /// <summary>The server, a proxy or the network has a bad moment; the outcome may be unknown.</summary>
    Transient,
    /// <summary>No answer in time: the outcome is unknown.</summary>
    Timeout,
    /// <summary>429.</summary>
    TooMany,
    /// <summary>The group has a new id.</summary>
    Migrated,
    /// <summary>The person has blocked the bot or is gone.</summary>
    Unreachable,
    /// <summary>The message cannot be edited or deleted any more.</summary>
    Gone,
    /// <summary>The message already is as wanted.</summary>
    NotModified,
    /// <summary>The press is too old to be answered.</summary>
    TooOld,
    /// <summary>The server does not know the file id.</summary>
    WrongFile,
    /// <summary>The token is not valid.</summary>
    Unauthorized,
    /// <summary>The request is wrong for good.</summary>
    Refused,
}

/// <summary>
/// Sorts failures by error code and parameters first, by the description's words second (their list: Client.cpp of telegram-bot-api).
/// </summary>
/// <param name="Wait">For <see cref="FaultKind.TooMany"/>.</param>
/// <param name="NewChatId">For <see cref="FaultKind.Migrated"/>.</param>
/// <param name="What">For the log and the row; never holds a message's text.</param>
internal sealed record Fault(FaultKind Kind, string What, TimeSpan Wait = default, long NewChatId = default)
{
    private static readonly (string Words, FaultKind Kind)[] Words =
    [
        ("message is not modified", FaultKind.NotModified),
        ("query is too old", FaultKind.TooOld),
        ("query id is invalid", FaultKind.TooOld),
        ("query_id_invalid", FaultKind.TooOld),
        ("message to edit not found", FaultKind.Gone),
        ("message can't be edited", FaultKind.Gone),
        ("message to delete not found", FaultKind.Gone),
        ("message can't be deleted", FaultKind.Gone),
        ("message_id_invalid", FaultKind.Gone),
        ("message identifier is not specified", FaultKind.Gone),
        ("there is no text in the message to edit", FaultKind.Gone),
        ("wrong file identifier", FaultKind.WrongFile),
        ("wrong remote file", FaultKind.WrongFile),
        ("wrong file_id", FaultKind.WrongFile),
        ("file reference", FaultKind.WrongFile),
        ("file_reference", FaultKind.WrongFile),
        ("chat not found", FaultKind.Unreachable),
        ("user not found", FaultKind.Unreachable),
        ("peer_id_invalid", FaultKind.Unreachable),
        ("user is deactivated", FaultKind.Unreachable),
        ("user_is_blocked", FaultKind.Unreachable),
        ("input_user_deactivated", FaultKind.Unreachable),
        ("group chat was deactivated", FaultKind.Unreachable),
    ];

    public static Fault Of(Exception error) => error switch
    {
        ApiRequestException refused => Of(refused),
        // A proxy before the server limits the size.
        RequestException { HttpStatusCode: System.Net.HttpStatusCode.RequestEntityTooLarge } => new(FaultKind.Refused, "413"),
        RequestException { InnerException: OperationCanceledException } => new(FaultKind.Timeout, "tidak ada jawaban dalam batas waktu"),
        RequestException or HttpRequestException => new(FaultKind.Transient, error.Message),
        OperationCanceledException => new(FaultKind.Timeout, "tidak ada jawaban dalam batas waktu"),
        // Ours: a payload that cannot be read, a file that is not there.
        _ => new(FaultKind.Refused, $"{error.GetType().Name}: {error.Message}"),
    };

    private static Fault Of(ApiRequestException error)
    {
        var what = $"{error.ErrorCode} {error.Message}";
        if (error.Parameters?.MigrateToChatId is { } chat) return new(FaultKind.Migrated, what, NewChatId: chat);
        return error.ErrorCode switch
        {
            401 => new(FaultKind.Unauthorized, what),
            403 => new(FaultKind.Unreachable, what),
            429 => new(FaultKind.TooMany, what, Wait: TimeSpan.FromSeconds(Math.Max(1, error.Parameters?.RetryAfter ?? 5))),
            400 => new(Array.Find(Words, word => error.Message.Contains(word.Words, StringComparison.OrdinalIgnoreCase)) is { Words: not null } known ? known.Kind : FaultKind.Refused, what),
            >= 500 or 409 => new(FaultKind.Transient, what),
            _ => new(FaultKind.Refused, what),
        };
    }
}
