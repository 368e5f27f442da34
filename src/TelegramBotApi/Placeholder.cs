namespace Telegram.Bot;

internal static class Placeholder;
