using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Tells contents apart. An animation also has a document and a venue also has a location, so these two come first.</summary>
internal static class MessageContent
{
    public static MessageType TypeOf(Message message) => message switch
    {
        { Text: not null } => MessageType.Text,
        { Photo: not null } => MessageType.Photo,
        { Animation: not null } => MessageType.Animation,
        { Document: not null } => MessageType.Document,
        { Video: not null } => MessageType.Video,
        { Audio: not null } => MessageType.Audio,
        { Voice: not null } => MessageType.Voice,
        { VideoNote: not null } => MessageType.VideoNote,
        { Sticker: not null } => MessageType.Sticker,
        { Venue: not null } => MessageType.Venue,
        { Location: not null } => MessageType.Location,
        { Contact: not null } => MessageType.Contact,
        { Dice: not null } => MessageType.Dice,
        { Poll: not null } => MessageType.Poll,
        { Story: not null } => MessageType.Story,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        { NewChatTitle: not null } => MessageType.NewChatTitle,
        { NewChatPhoto: not null } => MessageType.NewChatPhoto,
        { DeleteChatPhoto: not null } => MessageType.DeleteChatPhoto,
        { GroupChatCreated: not null } => MessageType.GroupChatCreated,
        { SupergroupChatCreated: not null } => MessageType.SupergroupChatCreated,
        { ChannelChatCreated: not null } => MessageType.ChannelChatCreated,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        { PinnedMessage: not null } => MessageType.PinnedMessage,
        { ConnectedWebsite: not null } => MessageType.ConnectedWebsite,
        _ => KindOf.Rest<MessageType>(message.Others),
    };
}
