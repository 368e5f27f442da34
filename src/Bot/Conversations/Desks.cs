using KominfoBot.Bot.Buttons;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>All registers that are kept by chat, and which one a command, a press or a message belongs to.</summary>
public sealed class Desks(IEnumerable<DeskConversation> desks)
{
    private readonly Dictionary<Desk, DeskConversation> byName = desks.ToDictionary(desk => desk.Desk);

    public bool HasCommand(string command) => byName.Values.Any(desk => desk.Command == command);

    public Task OnCommand(Visit visit, string command) => byName.Values.First(desk => desk.Command == command).Open(visit);

    public Task OnPress(Visit visit, DeskButton button) => byName[button.Desk].OnPress(visit, button);

    /// <summary>Whether the chat is at a step of a register.</summary>
    public bool Owns(ConversationRow? row) => row is not null && byName.Values.Any(desk => desk.Kind == row.Kind);

    public Task OnText(Visit visit, ConversationRow row, StyledText text) => Of(row).OnText(visit, row, text);

    public Task OnFile(Visit visit, ConversationRow row, FileArrival file) => Of(row).OnFile(visit, row, file);

    /// <summary>The kind of file that the chat's step takes; null when it takes none.</summary>
    public FileKind? Takes(ConversationRow? row) => row is not null && Owns(row) ? Of(row).TakesAt(row.Step) : null;

    private DeskConversation Of(ConversationRow row) => byName.Values.First(desk => desk.Kind == row.Kind);
}
