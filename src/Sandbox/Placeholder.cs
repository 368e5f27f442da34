// The public face of this room is described in docs/decisions.
namespace KominfoBot.Sandbox;

internal static class Placeholder;
