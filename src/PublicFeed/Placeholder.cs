// The public face of this room is described in docs/decisions.
namespace KominfoBot.PublicFeed;

internal static class Placeholder;
