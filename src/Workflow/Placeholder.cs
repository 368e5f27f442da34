// The public face of this room is described in docs/decisions.
namespace KominfoBot.Workflow;

internal static class Placeholder;
