using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
// The whole Telegram.Bot has a type of that name.
using BotName = KominfoBot.Bot.Updates.BotName;

namespace KominfoBot.Bot.Outbox;

/// <summary>Draws a picture by its name, as PNG; null when the name is not one of its own, or it cannot be drawn now.</summary>
public delegate Task<byte[]?> PictureMaker(string name, CancellationToken cancel);

/// <summary>Makes a file by its name; null when the name is not one of its own, or it cannot be made now.</summary>
public delegate Task<byte[]?> FileMaker(string name, CancellationToken cancel);

/// <summary>Carries one row to the server: the only place that sends anything. Failures are thrown, except those that mean success.</summary>
/// <param name="clock">The office's, for its quiet hours.</param>
internal sealed class Courier(ITelegramBotClient bot, AlbumCourier albums, IEnumerable<PictureMaker> makers, IEnumerable<FileMaker> fileMakers, BotName name, WorkingCalendar calendar, TimeProvider clock)
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TextLimit = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan UploadLimit = TimeSpan.FromMinutes(5);

    /// <param name="posted">What is in the row's slot now.</param>
    public async Task<Delivery> Deliver(ToSendRow row, Outgoing message, PostedRow? posted, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(message switch { PressAnswer => AnswerLimit, PhotoAlbum or DocumentFile or MadeFile or DrawnFile or Picture => UploadLimit, _ => TextLimit });
        var ids = posted?.MessageIds.Split(',').Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToArray() ?? [];
        var isQuiet = IsQuiet(row, message);
        return message switch
        {
            PressAnswer answer => await Answer(answer, limit.Token),
            TextMessage text => await Text(row.ChatId, text with { Silent = text.Silent || isQuiet }, limit.Token),
            EditText edit when ids is [] => await Text(row.ChatId, new(edit.Text, edit.Keys, Silent: isQuiet), limit.Token),
            EditText edit => await Edit(row.ChatId, ids[^1], posted!.ContentHash, edit, isQuiet, limit.Token),
            ClearKeys when ids is [] || posted!.ContentHash == ContentHash.Other => Delivery.NothingToDo,
            ClearKeys => await Clear(row.ChatId, ids[^1], limit.Token),
            DisarmMessage stray => await Clear(row.ChatId, stray.MessageId, limit.Token),
            DeletePosted when ids is [] => Delivery.NothingToDo,
            DeletePosted => await Delete(row.ChatId, ids, limit.Token),
            PhotoAlbum album => await albums.Deliver(row.ChatId, album with { Silent = album.Silent || isQuiet }, limit.Token),
            Picture picture => await Drawn(row.ChatId, picture with { Silent = picture.Silent || isQuiet }, limit.Token),
            DocumentFile file => await File(row.ChatId, file, isQuiet, limit.Token),
            MadeFile made => await Made(row.ChatId, made, isQuiet, limit.Token),
            DrawnFile drawn => await Drawn(row.ChatId, drawn, isQuiet, limit.Token),
            CommandMenu menu => await Menu(row.ChatId, menu, limit.Token),
            Typing => await Call(new SendChatActionRequest { ChatId = row.ChatId, Action = ChatAction.Typing }, limit.Token),
            _ => throw new NotSupportedException(message.GetType().Name),
        };
    }

    /// <summary>
    /// In the office's quiet hours what a chat did not ask for itself arrives without sound. It is never withheld, and what cannot wait rings all the same. The
    /// one place that knows of it: nobody who says something has to.
    /// </summary>
    private bool IsQuiet(ToSendRow row, Outgoing message)
        => (Priority)row.Priority is Priority.Card or Priority.Notice && !message.Urgent && calendar.IsQuiet(clock.GetUtcNow());

    private async Task<Delivery> Call(Telegram.Bot.Requests.Abstractions.IRequest<bool> request, CancellationToken cancel)
    {
        await bot.SendRequest(request, cancel);
        return Delivery.Done;
    }

    private async Task<Delivery> Answer(PressAnswer answer, CancellationToken cancel)
    {
        try
        {
            return await Call(new AnswerCallbackQueryRequest { CallbackQueryId = answer.QueryId, Text = answer.Text, ShowAlert = answer.Alert }, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.TooOld)
        {
            return Delivery.Done;
        }
    }

    private async Task<Delivery> Text(long chat, TextMessage text, CancellationToken cancel)
    {
        var sent = await bot.SendRequest(new SendMessageRequest
        {
            ChatId = chat,
            Text = text.Text.Text,
            Entities = ItemLinks.On(text.Text, name.Username).Entities(),
            ReplyMarkup = text.Keys is { Rows.Length: > 0 } keys ? keys.Markup() : null,
            ReplyParameters = text.ReplyTo is { } id ? new() { MessageId = id, AllowSendingWithoutReply = true } : null,
            DisableNotification = text.Silent,
            LinkPreviewOptions = text.NoLinkPreview ? new() { IsDisabled = true } : null,
        }, cancel);
        return new(new SlotChange.Filled([sent.Id], ContentHash.Of(text.Text, text.Keys)));
    }

    private async Task<Delivery> Edit(long chat, int message, string shown, EditText edit, bool isQuiet, CancellationToken cancel)
    {
        var wanted = ContentHash.Of(edit.Text, edit.Keys);
        if (wanted == shown) return Delivery.NothingToDo;
        try
        {
            await bot.SendRequest(new EditMessageTextRequest
            {
                ChatId = chat,
                MessageId = message,
                Text = edit.Text.Text,
                Entities = ItemLinks.On(edit.Text, name.Username).Entities(),
                ReplyMarkup = (edit.Keys ?? Keyboard.None).Markup(),
                LinkPreviewOptions = new() { IsDisabled = true },
            }, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.NotModified)
        {
            // It shows this already: an earlier answer was lost.
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.Gone)
        {
            return await Text(chat, new(edit.Text, edit.Keys, Silent: isQuiet), cancel);
        }
        return new(new SlotChange.Shows(wanted));
    }

    private async Task<Delivery> Clear(long chat, int message, CancellationToken cancel)
    {
        try
        {
            await bot.SendRequest(new EditMessageReplyMarkupRequest { ChatId = chat, MessageId = message, ReplyMarkup = Keyboard.None.Markup() }, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.NotModified or FaultKind.Gone)
        {
            // Without buttons, as wanted.
        }
        return new(new SlotChange.Shows(ContentHash.Other));
    }

    private async Task<Delivery> Delete(long chat, int[] messages, CancellationToken cancel)
    {
        try
        {
            // deleteMessages takes 100 at most; a slot has fewer than that, or the rest stays.
            await bot.SendRequest(new DeleteMessagesRequest { ChatId = chat, MessageIds = messages.Take(100) }, cancel);
        }
        catch (Exception error) when (Fault.Of(error).Kind is FaultKind.Gone)
        {
            // Gone, or older than 48 hours and to stay.
        }
        return new(new SlotChange.Emptied());
    }

    private async Task<Delivery> File(long chat, DocumentFile file, bool isQuiet, CancellationToken cancel)
    {
        if (file.ChatFileId is { } id)
        {
            try
            {
                return await Upload(chat, InputFile.FromFileId(id), file.Caption, isQuiet, cancel);
            }
            catch (Exception error) when (Fault.Of(error).Kind is FaultKind.WrongFile)
            {
                // Another bot's handle, or one that the server has forgotten: our own copy is sent.
            }
        }
        await using var content = System.IO.File.OpenRead(file.Path);
        return await Upload(chat, InputFile.FromStream(content, file.Name), file.Caption, isQuiet, cancel);
    }

    private async Task<Delivery> Made(long chat, MadeFile file, bool isQuiet, CancellationToken cancel)
    {
        await using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Content));
        return await Upload(chat, InputFile.FromStream(content, file.Name), file.Caption, isQuiet, cancel);
    }

    private async Task<Delivery> Upload(long chat, InputFile document, StyledText? words, bool isQuiet, CancellationToken cancel)
    {
        var caption = words is null ? null : ChatText.Split(words, ChatText.CaptionLimit)[0];
        var sent = await bot.SendRequest(new SendDocumentRequest { ChatId = chat, DisableNotification = isQuiet, Document = document, Caption = caption?.Text, CaptionEntities = caption?.Entities() }, cancel);
        return new(new SlotChange.Filled([sent.Id], ContentHash.Other));
    }

    private async Task<Delivery> Drawn(long chat, Picture picture, CancellationToken cancel)
    {
        byte[]? png = null;
        foreach (var maker in makers) png ??= await maker(picture.Name, cancel);
        if (png is null) return await Text(chat, new(picture.Caption, picture.Keys, Silent: picture.Silent), cancel);
        var caption = ChatText.Split(picture.Caption, ChatText.CaptionLimit)[0];
        await using var content = new MemoryStream(png);
        var sent = await bot.SendRequest(new SendPhotoRequest
        {
            ChatId = chat,
            Photo = InputFile.FromStream(content, "rekap.png"),
            Caption = caption.Text,
            CaptionEntities = caption.Entities(),
            ReplyMarkup = picture.Keys is { Rows.Length: > 0 } keys ? keys.Markup() : null,
            DisableNotification = picture.Silent,
        }, cancel);
        return new(new SlotChange.Filled([sent.Id], ContentHash.Other));
    }

    private async Task<Delivery> Drawn(long chat, DrawnFile file, bool isQuiet, CancellationToken cancel)
    {
        byte[]? made = null;
        foreach (var maker in fileMakers) made ??= await maker(file.Name, cancel);
        if (made is null) return await Text(chat, new(file.Instead, Silent: isQuiet), cancel);
        await using var content = new MemoryStream(made);
        return await Upload(chat, InputFile.FromStream(content, file.FileName), file.Caption, isQuiet, cancel);
    }

    private Task<Delivery> Menu(long chat, CommandMenu menu, CancellationToken cancel) => Call(new SetMyCommandsRequest
    {
        Commands = menu.Commands.Select(command => new BotCommand { Command = command.Command, Description = command.Description }),
        Scope = menu.ChatId is null ? BotCommandScope.Default() : BotCommandScope.Chat(chat),
    }, cancel);
}
