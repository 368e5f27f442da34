using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Storage;

/// <summary>
/// What each update asks, compiled once: building and comparing the expression of such a query costs as much as running it. One set for each store, whose
/// model it is compiled for. All of them track, whatever their context usually does.
/// </summary>
internal sealed class FrequentQueries
{
    /// <summary>The person behind a chat account, with the whole appointment record.</summary>
    public Func<NewsroomDb, long, CancellationToken, Task<Member?>> MemberByChat { get; } = EF.CompileAsyncQuery((NewsroomDb db, long chatUserId, CancellationToken cancel)
        => db.Members.AsTracking().Include(member => member.Appointments).Include(member => member.Delegations).FirstOrDefault(member => member.ChatUserId == chatUserId));

    public Func<NewsroomDb, long, CancellationToken, Task<Edition?>> EditionWithItem { get; } = EF.CompileAsyncQuery((NewsroomDb db, long editionId, CancellationToken cancel)
        => db.Editions.AsTracking().Include(edition => edition.Item).FirstOrDefault(edition => edition.Id == editionId));

    public Func<NewsroomDb, long, CancellationToken, Task<ConversationRow?>> Conversation { get; } = EF.CompileAsyncQuery((NewsroomDb db, long chatId, CancellationToken cancel)
        => db.Conversations.AsTracking().FirstOrDefault(row => row.ChatId == chatId));

    /// <summary>Whether something was sent into the slot, or waits to be.</summary>
    public Func<NewsroomDb, long, string, CancellationToken, Task<bool>> IsSlotInUse { get; } = EF.CompileAsyncQuery((NewsroomDb db, long chatId, string slot, CancellationToken cancel)
        => db.Posted.Where(row => row.ChatId == chatId && row.Slot == slot).Select(row => row.ChatId)
            .Concat(db.ToSend.Where(row => row.ChatId == chatId && row.Slot == slot && row.State == ToSendState.Waiting).Select(row => row.ChatId)).Any());
}
