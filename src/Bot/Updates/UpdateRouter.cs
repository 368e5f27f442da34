using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Export;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Search;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Updates;

/// <summary>
/// The one routing table: which update goes to which conversation. Only private chats of known people lead anywhere; who it is and what he may do is read anew
/// for every update.
/// </summary>
public sealed class UpdateRouter(
    IncomingPhotos photos,
    StartConversation starting,
    WritingConversation writing,
    EditedMessages edits,
    AuthorConversation authoring,
    ReviewConversation reviewing,
    RecapConversation recapping,
    EditingConversation editing,
    FurtherActs further,
    AfterConversation after,
    Desks desks,
    IncomingFiles files,
    IncomingReleases releases,
    IncomingAttachments attachments,
    ItemConversation items,
    SearchConversation searching,
    ExportConversation exporting,
    ExportFiles exports,
    UnreachableNotice unreachable,
    OfficeProfile office) : ITurnHandler
{
    public async Task<Prepared> Prepare(Update update, CancellationToken cancel) => await files.Fetch(update, cancel) ?? await exports.Fetch(update, cancel) ?? await attachments.Fetch(update, cancel) ?? await releases.Fetch(update, cancel) ?? await photos.Fetch(update, cancel);

    public Task Handle(Turn turn) => turn.Update switch
    {
        { CallbackQuery: { } press } => OnPress(turn, press),
        { Message: { SenderChat: null, From: { IsBot: false }, Chat.Type: ChatType.Private } message } => OnMessage(turn, message),
        { EditedMessage: { SenderChat: null, From: { IsBot: false }, Chat.Type: ChatType.Private } message } => OnEdited(turn, message),
        { Message: { Chat.Type: ChatType.Group or ChatType.Supergroup, Text: { } text } message } when text.StartsWith("/start", StringComparison.Ordinal) => Say(turn, message.Chat.Id, ObrolanTeks.HanyaChatPribadi()),
        { MyChatMember: { Chat.Type: ChatType.Private } change } => OnReachable(turn, change),
        { Message: { MigrateToChatId: { } moved, Chat.Id: var chat } } => ChatMigration.Apply(turn.Db, chat, moved, turn.Cancel),
        _ => Task.CompletedTask,
    };

    public async Task GaveUp(Turn turn, Exception error)
    {
        var update = turn.Update;
        if (update.CallbackQuery is { } press) turn.Outbox.Answer(press.Id, ObrolanTeks.Gangguan().Text, alert: true);
        else if (update.Message is { Chat: { Type: ChatType.Private, Id: var chat } }) turn.Outbox.Send(chat, new TextMessage(ObrolanTeks.Gangguan()));
        foreach (var operatorMember in await PeopleDesk.Holders(turn.Db, Role.AdminPortal, null, turn.Now, turn.Cancel))
            turn.Outbox.Send(operatorMember.ChatUserId!.Value, new TextMessage(ObrolanTeks.LaporGangguan(update.Id, update.Type.ToString())), Priority.Notice, key: $"gave-up:{update.Id}:{operatorMember.Id}");
    }

    // ---- messages ---------------------------------------------------------------------------------------------------------------------------

    private async Task OnMessage(Turn turn, Message message)
    {
        var chat = message.Chat.Id;
        if (Command.In(message) is { Name: "start" } start)
        {
            await starting.OnStart(turn, chat, message.From!.Id, NameOf(message.From), start.Argument);
            return;
        }
        if (await VisitOf(turn, chat, message.From!) is not { } visit)
        {
            await Say(turn, chat, ObrolanTeks.BelumTerdaftar(office.Name));
            return;
        }
        if (Command.In(message) is { } command)
        {
            await OnCommand(visit, command.Name, command.Argument);
            return;
        }

        // Our own words, forwarded back to us, are no news.
        if (message.ForwardOrigin is MessageOriginUser { SenderUser.IsBot: true })
        {
            await Say(turn, chat, ObrolanTeks.MauMenulis(), MenuKeys.For(visit.Actor));
            return;
        }
        var row = await visit.Conversation();
        var text = FormattedText.Of(message);
        if (row is { Kind: WritingConversation.Kind } && !await WritingDraft.IsStillOpen(visit, row)) row = null;
        await ((message, row) switch
        {
            ({ Document: not null }, _) when visit.Turn.Prepared is FileArrival file && desks.Takes(row) == file.Kind => desks.OnFile(visit, row!, file),
            ({ Document: not null }, { Kind: WritingConversation.Kind }) when visit.Turn.Prepared is AttachmentArrival attachment => writing.OnAttachment(visit, row!, attachment),
            ({ Document: not null }, _) when visit.Turn.Prepared is ReleaseArrival release => OnRelease(visit, row, release),
            ({ Photo.Length: > 0 } or { Document: not null, Animation: null }, _) => OnPhoto(visit, row, text),
            ({ Text: not null }, _) when text.IsEmpty => Say(turn, chat, ObrolanTeks.HanyaTeksDanFoto()),
            ({ Text: not null }, { Kind: WritingConversation.Kind }) => writing.OnText(visit, row!, text),
            ({ Text: not null }, { Kind: AuthorConversation.AnswerKind }) => authoring.OnAnswer(visit, row!, text),
            ({ Text: not null }, { Kind: ReviewConversation.ReasonKind }) => reviewing.OnReason(visit, row!, text),
            ({ Text: not null }, { Kind: EditingConversation.Kind }) => editing.OnText(visit, row!, text),
            ({ Text: not null }, { Kind: AfterConversation.Kind }) => after.OnText(visit, row!, text),
            ({ Text: not null }, _) when desks.Owns(row) => desks.OnText(visit, row!, text),
            ({ Text: not null }, _) when visit.Actor.Holds(Role.AdminSkpd) => DraftSplit.IsWholeItem(text) ? writing.StartWhole(visit, text, null, null) : Say(turn, chat, ObrolanTeks.MauMenulis(), MenuKeys.Writing),
            ({ Text: not null }, _) => Say(turn, chat, ObrolanTeks.CukupTombol(visit.Actor), MenuKeys.For(visit.Actor)),
            _ when IsService(message) => Task.CompletedTask,
            _ => Reply(turn, message, ObrolanTeks.HanyaTeksDanFoto()),
        });
    }

    private async Task OnPhoto(Visit visit, Workflow.Storage.ConversationRow? row, StyledText caption)
    {
        var message = visit.Turn.Update.Message!;
        if (WhyNoFile(visit, row) is { } reason)
        {
            await Reply(visit.Turn, message, reason);
            return;
        }
        if (visit.Turn.Prepared is not PhotoArrival { Photo: { } photo })
        {
            await Reply(visit.Turn, message, StyledText.Plain((visit.Turn.Prepared as PhotoArrival)?.Refusal ?? ObrolanTeks.HanyaTeksDanFoto().Text));
            return;
        }
        if (row is { Kind: WritingConversation.Kind })
            await writing.OnPhoto(visit, row, photo, caption);
        else if (DraftSplit.IsWholeCaption(caption))
            await writing.StartWhole(visit, caption, photo, null);
        else
            await writing.StartWhole(visit, null, photo, caption.IsEmpty ? null : PlainText.OneLine(caption.Text));
    }

    private async Task OnRelease(Visit visit, Workflow.Storage.ConversationRow? row, ReleaseArrival arrival)
    {
        if (WhyNoFile(visit, row) is { } reason)
            await Reply(visit.Turn, visit.Turn.Update.Message!, reason);
        else if (arrival.Release is not { } release)
            await Reply(visit.Turn, visit.Turn.Update.Message!, StyledText.Plain(arrival.Refusal ?? ObrolanTeks.HanyaTeksDanFoto().Text));
        else if (row is { Kind: WritingConversation.Kind })
            await writing.OnRelease(visit, row, arrival.Name, release);
        else
            await writing.StartRelease(visit, arrival.Name, release);
    }

    /// <summary>Where a photo or a document leads nowhere; null where it may lead to a draft.</summary>
    private static StyledText? WhyNoFile(Visit visit, Workflow.Storage.ConversationRow? row) => row switch
    {
        // Words are awaited, and they stay awaited.
        { Kind: AuthorConversation.AnswerKind } => PengirimTeks.JawabanBukanFoto(),
        { Kind: ReviewConversation.ReasonKind } => TinjauTeks.AlasanBukanFoto(),
        not { Kind: WritingConversation.Kind } when !visit.Actor.Holds(Role.AdminSkpd) => ObrolanTeks.CukupTombol(visit.Actor),
        _ => null,
    };

    private async Task OnCommand(Visit visit, string command, string? argument = null)
    {
        if (!Perintah.Allows(command, visit.Actor))
        {
            visit.Say(Perintah.Exists(command) ? ObrolanTeks.BukanTugasnya(command, visit.Actor) : ObrolanTeks.TidakKenalPerintah(command, visit.Actor), MenuKeys.For(visit.Actor));
            return;
        }
        await (command switch
        {
            "tulis" => writing.Start(visit),
            "draf" => AuthorConversation.ShowDrafts(visit),
            "status" => authoring.ShowStatus(visit),
            "antrean" => reviewing.ShowQueue(visit),
            "rekap" => recapping.Show(visit),
            "cari" => searching.Start(visit, argument),
            "terbit" => searching.ShowPublished(visit),
            "ekspor" => ExportConversation.Start(visit),
            "riwayat" => items.OnHistory(visit, argument),
            "batal" => Stop(visit),
            _ when desks.HasCommand(command) => desks.OnCommand(visit, command),
            _ => Help(visit),
        });
    }

    private async Task Stop(Visit visit)
    {
        var row = await visit.Conversation();
        var text = row switch
        {
            null => ObrolanTeks.TidakAdaYangDibatalkan(),
            { Kind: WritingConversation.Kind } when WritingDraft.HasDraft(row) => MenulisTeks.DrafDisimpan(),
            _ => ObrolanTeks.Dibatalkan(),
        };
        if (row is { Kind: ReviewConversation.ReasonKind }) await reviewing.Leave(visit, row);
        await visit.End();
        visit.Say(text, MenuKeys.For(visit.Actor));
    }

    private Task Help(Visit visit)
    {
        visit.Say(ObrolanTeks.Bantuan(visit.Actor, office.Name), MenuKeys.For(visit.Actor));
        return Task.CompletedTask;
    }

    private async Task OnEdited(Turn turn, Message message)
    {
        if (await VisitOf(turn, message.Chat.Id, message.From!) is { } visit) await edits.OnEdited(visit, FormattedText.Of(message), message.Photo is { Length: > 0 } || message.Document is not null);
    }

    // ---- presses ----------------------------------------------------------------------------------------------------------------------------

    private async Task OnPress(Turn turn, CallbackQuery press)
    {
        // A press counts only in the presser's own chat with the bot: cards that were forwarded, and buttons of other chats, lead nowhere.
        if (press is not { From: { } presser, Message.Chat: { Type: ChatType.Private, Id: var chat } } || chat != presser.Id)
            turn.Outbox.Answer(press.Id, ObrolanTeks.TombolChatLain, alert: true);
        else if (await VisitOf(turn, chat, presser) is { } visit)
        {
            var button = Button.Parse(press.Data);
            await StrayCard.Disarm(turn.Db, turn.Outbox, button, chat, press.Message.MessageId, turn.Cancel);
            await OnPress(visit, button);
        }
        else
            turn.Outbox.Answer(press.Id, ObrolanTeks.BelumTerdaftar(office.Name).Text, alert: true);
        turn.Outbox.Answer(press.Id);
    }

    private Task OnPress(Visit visit, Button? button) => button switch
    {
        StepButton step => OnStep(visit, step),
        CardButton card => reviewing.OnPress(visit, card),
        ItemButton item => authoring.OnPress(visit, item),
        PostingButton posting => recapping.OnPress(visit, posting),
        ActButton act => further.OnPress(visit, act),
        AfterButton choice => after.OnPress(visit, choice),
        DeskButton desk => desks.OnPress(visit, desk),
        ViewButton view => items.OnPress(visit, view),
        SearchButton search => searching.OnPress(visit, search),
        ExportButton export => exporting.OnPress(visit, export),
        CommandButton menu => OnMenu(visit, menu),
        _ => Gone(visit),
    };

    private async Task OnStep(Visit visit, StepButton step)
    {
        var row = await visit.Conversation();
        if (row is { Kind: EditingConversation.Kind } && (row.Number, row.Step) == (step.Conversation, step.Step))
        {
            await editing.OnPress(visit, row, step);
            return;
        }
        if (row is not { Kind: WritingConversation.Kind } || row.Number != step.Conversation || row.Step != step.Step || !await WritingDraft.IsStillOpen(visit, row))
        {
            visit.Answer(MenulisTeks.LangkahSelesai().Text);
            return;
        }
        await writing.OnPress(visit, row, step);
    }

    private async Task OnMenu(Visit visit, CommandButton menu)
    {
        visit.Answer();
        await OnCommand(visit, menu.Choice switch
        {
            MenuChoice.Write => "tulis",
            MenuChoice.Drafts => "draf",
            MenuChoice.Status => "status",
            MenuChoice.Queue => "antrean",
            MenuChoice.Invite => "undang",
            MenuChoice.People => "anggota",
            MenuChoice.Skpds => "skpd",
            MenuChoice.Name => "nama",
            MenuChoice.Needs => "kebutuhan",
            MenuChoice.Recap => "rekap",
            MenuChoice.Holidays => "libur",
            MenuChoice.Published => "terbit",
            _ => "bantuan",
        });
    }

    private static Task Gone(Visit visit)
    {
        visit.Alert(ObrolanTeks.TombolLama("Tekan /bantuan untuk mulai lagi."));
        return Task.CompletedTask;
    }

    // ---- people -----------------------------------------------------------------------------------------------------------------------------

    /// <summary>Blocked or unblocked. Who is known to be away is sent nothing, so that no 403 would ever tell the others.</summary>
    private async Task OnReachable(Turn turn, ChatMemberUpdated change)
    {
        if (change is not { From: { } person, NewChatMember: { } standing } || await PeopleDesk.Find(turn.Db, person.Id, turn.Cancel) is not { } member) return;
        var was = member.Reachable;
        member.Reachable = standing.Status is not (ChatMemberStatus.Kicked or ChatMemberStatus.Left);
        if (was && !member.Reachable) await unreachable.Tell(turn.Db, turn.Outbox, change.Chat.Id, turn.Cancel);
    }

    /// <summary>A member with at least one role in force, or nobody.</summary>
    private static async Task<Visit?> VisitOf(Turn turn, long chat, User user)
    {
        var member = await PeopleDesk.Find(turn.Db, user.Id, turn.Cancel);
        return member is not null && Actor.Of(member, turn.Now) is { Roles.IsEmpty: false } ? new Visit(turn, member, chat) : null;
    }

    /// <summary>Something that happened to the chat rather than something that was sent; and what no version of ours knows.</summary>
    private static bool IsService(Message message) => message.Type is MessageType.Unknown or MessageType.PinnedMessage or MessageType.MessageAutoDeleteTimerChanged
        or MessageType.WriteAccessAllowed or MessageType.ConnectedWebsite or MessageType.ChatBackgroundSet or MessageType.BoostAdded;

    private static string NameOf(User user) => PlainText.OneLine($"{user.FirstName} {user.LastName}") is { Length: > 0 } name ? name : $"Pengguna {user.Id}";

    private static Task Say(Turn turn, long chat, StyledText text, Keyboard? keys = null)
    {
        turn.Outbox.Send(chat, new TextMessage(text, keys));
        return Task.CompletedTask;
    }

    private static Task Reply(Turn turn, Message message, StyledText text)
    {
        turn.Outbox.Send(message.Chat.Id, new TextMessage(text, ReplyTo: message.MessageId));
        return Task.CompletedTask;
    }
}
