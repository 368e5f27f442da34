namespace KominfoBot.Sandbox;

/// <summary>How a practice Telegram is set up.</summary>
public sealed class SandboxOptions
{
    /// <summary>Where chats, files and the clock are kept. <c>null</c>: a temporary directory that is removed at the end.</summary>
    public string? Directory { get; set; }

    /// <summary>The one token that is accepted; any other gets 401.</summary>
    public string Token { get; set; } = SandboxOffice.BotToken;

    /// <summary>The bot's username without the @.</summary>
    public string BotUsername { get; set; } = SandboxOffice.BotUsername;

    /// <summary>The bot's display name.</summary>
    public string BotName { get; set; } = "Kominfo Lima Puluh Kota";

    /// <summary>The clock that message dates and expiries follow. <c>null</c>: a <see cref="SandboxClock"/> that is kept in <see cref="Directory"/>.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>The phones that exist from the first start.</summary>
    public IReadOnlyList<SandboxPhone> Phones { get; set; } = SandboxOffice.Phones;

    /// <summary>Whether each new phone presses Start by itself, so that the bot greets everyone at the first run.</summary>
    public bool PressStart { get; set; }

    /// <summary>A description of the Bot API (methods and types as JSON); with it every request is checked and deviations become <see cref="SandboxDriver.Findings"/>.</summary>
    public string? ApiDescriptionPath { get; set; }

    /// <summary>Sending limits that answer 429 when exceeded; <c>null</c>: none.</summary>
    public FloodLimits? Flood { get; set; }

    /// <summary>The longest wait before a webhook delivery is tried again; the first retry waits an eighth of it.</summary>
    public TimeSpan WebhookRetry { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Host names besides the loopback ones under which the page and its API may be opened.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>The host's part of "Mulai dari awal": called after the sandbox's own state is wiped and before the new phones act.</summary>
    public Func<Task>? OnReset { get; set; }
}

/// <summary>How many messages may be sent before Telegram answers 429.</summary>
/// <param name="PerChat">Messages to one chat in <paramref name="Window"/>.</param>
/// <param name="Total">Messages to all chats in <paramref name="Window"/>.</param>
/// <param name="Window">The sliding window, in real time.</param>
public sealed record FloodLimits(int PerChat, int Total, TimeSpan Window);
