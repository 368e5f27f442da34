using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>The draft that a writing conversation works on, and whether it still may.</summary>
internal static class WritingDraft
{
    /// <summary>True while the member still writes for the SKPD and the draft is still one; otherwise the conversation ends with a word about it.</summary>
    public static async Task<bool> IsStillOpen(Visit visit, ConversationRow row)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        var edition = state.EditionId == 0 ? null : await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel);
        var mayWrite = edition is null ? state.SkpdCode.Length == 0 || visit.Actor.WritesFor(state.SkpdCode) || visit.Actor.Reviews : Drafts.MayWrite(visit.Actor, edition);
        if (mayWrite && (edition is null || Drafts.IsOpen(edition))) return true;
        await visit.End();
        visit.Say(MenulisTeks.TidakAdaDraf(), MenuKeys.For(visit.Actor));
        return false;
    }

    /// <summary>True when something was written that stays as a draft.</summary>
    public static bool HasDraft(ConversationRow row) => Visit.State(row, ConversationJson.Default.WritingState).EditionId != 0;

    /// <summary>The draft of this conversation, begun with its first word. A draft that was sent or deleted elsewhere ends the conversation.</summary>
    public static async Task<Edition> OpenOrStart(Visit visit, ConversationRow row)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        if (state.EditionId != 0 && await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel) is { } open) return open;
        var edition = await NewsDesk.StartDraft(visit.Db, visit.Actor, state.SkpdCode, visit.ChatId, DraftContent.Empty, visit.Now, visit.Cancel);
        edition.AuthorMessageId = visit.MessageId;
        visit.Member.LastSkpdCode = state.SkpdCode;
        visit.Keep(row, row.Step, state with { EditionId = edition.Id }, ConversationJson.Default.WritingState);
        return edition;
    }

    public static void SetDefaultCategory(Edition edition, Skpd skpd, DateTimeOffset now)
    {
        if (edition.Draft.CategoryCode is null && skpd.DefaultCategory is { } code) Drafts.SetCategory(edition, code, now);
    }

    /// <summary>The agencies that the member may start an item for: the own ones; at Kominfo any, on its behalf.</summary>
    public static async Task<List<string>> SkpdsFor(Visit visit)
        => SkpdsOf(visit) is { Count: > 0 } own ? own : await visit.Db.Skpds.Where(skpd => skpd.Active).OrderBy(skpd => skpd.ShortName).Select(skpd => skpd.Code).ToListAsync(visit.Cancel);

    /// <summary>The agencies that the member writes for, the last one first.</summary>
    public static List<string> SkpdsOf(Visit visit)
        => [.. visit.Actor.Skpds.OrderByDescending(code => code == visit.Member.LastSkpdCode).ThenBy(code => code, StringComparer.Ordinal)];
}
