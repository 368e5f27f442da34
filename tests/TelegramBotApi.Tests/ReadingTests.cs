using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>One update is parsed alone, and nothing that a newer server invents makes it fail.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Every_kind_of_update_of_the_Bot_API_is_told_apart()
    {
        var kinds = BotApiDescription.OrSkip().Type("Update").Keys.Where(kind => kind != "update_id").ToArray();

        Assert.All(kinds, kind => Assert.Equal(kind, Word(Read<Update>($$$"""{"update_id":1,"{{{kind}}}":{}}""").Type)));
        Assert.True(kinds.Length >= 25);
        Assert.Equal(UpdateType.Unknown, Read<Update>("""{"update_id":1}""").Type);
        Assert.Equal(UpdateType.Unknown, Read<Update>("""{"update_id":1,"kind_of_tomorrow":{"a":[1]}}""").Type);
    }

    [Fact]
    public void Every_kind_of_content_is_told_apart()
    {
        var lists = new[] { MessageType.Photo, MessageType.NewChatMembers, MessageType.NewChatPhoto };
        var texts = new[] { MessageType.Text, MessageType.NewChatTitle, MessageType.ConnectedWebsite };
        var flags = new[] { MessageType.DeleteChatPhoto, MessageType.GroupChatCreated, MessageType.SupergroupChatCreated, MessageType.ChannelChatCreated };
        var numbers = new[] { MessageType.MigrateToChatId, MessageType.MigrateFromChatId };

        Assert.All(Enum.GetValues<MessageType>(), type =>
        {
            var value = lists.Contains(type) ? "[]" : texts.Contains(type) ? "\"x\"" : flags.Contains(type) ? "true" : numbers.Contains(type) ? "-100" : "{}";
            Assert.Equal(type, Message($""","{Word(type)}":{value}""").Type);
        });
        Assert.Equal(MessageType.Animation, Message(""","animation":{},"document":{}""").Type);
        Assert.Equal(MessageType.Venue, Message(""","venue":{},"location":{}""").Type);
    }

    [Fact]
    public void A_full_message_keeps_what_the_bot_needs()
    {
        var update = Read<Update>("""
            {"update_id":10,"message":{"message_id":7,"from":{"id":4503599627370495,"is_bot":false,"first_name":"Siti","last_name":"A","username":"siti","language_code":"id"},
             "chat":{"id":4503599627370495,"type":"private","first_name":"Siti"},"date":1700000000,"edit_date":1700000060,"media_group_id":"g1",
             "forward_origin":{"sender_user_name":"Budi","date":1600000000,"type":"hidden_user"},
             "reply_to_message":{"message_id":6,"date":1,"chat":{"id":1,"type":"private"},"text":"x"},"quote":{"text":"x","position":0,"is_manual":true},
             "photo":[{"file_id":"s","file_unique_id":"us","width":90,"height":60,"file_size":1000},{"file_id":"b","file_unique_id":"ub","width":1280,"height":853}],
             "caption":"Judul \ud83d\ude00 tebal","caption_entities":[{"type":"bold","offset":9,"length":5},{"type":"kind_of_tomorrow","offset":0,"length":5}],
             "via_bot":{"id":1,"is_bot":true,"first_name":"b"},"link_preview_options":{"is_disabled":true},
             "reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"1","style":"colour_of_tomorrow"}]]}}}
            """);

        var message = update.Message!;
        Assert.Equal((10, UpdateType.Message, 7, MessageType.Photo), (update.Id, update.Type, message.Id, message.Type));
        Assert.Equal((4503599627370495L, ChatType.Private), (message.From!.Id, message.Chat.Type));
        Assert.Equal((new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), DateTimeKind.Utc), (message.Date, message.Date.Kind));
        Assert.Equal("Budi", Assert.IsType<MessageOriginHiddenUser>(message.ForwardOrigin).SenderUserName);
        Assert.Equal((2, 1280, (long?)null), (message.Photo!.Length, message.Photo[1].Width, message.Photo[1].FileSize));
        Assert.Equal(["tebal", "Judul"], message.CaptionEntityValues!);
        Assert.Equal((MessageEntityType)0, message.CaptionEntities![1].Type);
        Assert.Equal("1", message.ReplyMarkup!.InlineKeyboard.Single().Single().CallbackData);
    }

    [Fact]
    public void A_press_on_an_inaccessible_message_is_read()
    {
        var press = Read<Update>("""{"update_id":1,"callback_query":{"id":"q","from":{"id":5,"is_bot":false,"first_name":"K"},"message":{"chat":{"id":5,"type":"private"},"message_id":9,"date":0},"chat_instance":"c","data":"setuju:1"}}""").CallbackQuery!;

        Assert.Equal((default(DateTime), 9, 5L, "setuju:1"), (press.Message!.Date, press.Message.Id, press.Message.Chat.Id, press.Data));
        Assert.Equal(MessageType.Unknown, press.Message.Type);
    }

    [Fact]
    public void A_block_of_the_bot_is_read()
    {
        var change = Read<Update>("""
            {"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"K"},"date":1700000000,
             "old_chat_member":{"user":{"id":9,"is_bot":true,"first_name":"b"},"status":"member"},
             "new_chat_member":{"user":{"id":9,"is_bot":true,"first_name":"b"},"status":"kicked","until_date":0}}}
            """).MyChatMember!;

        Assert.Equal((ChatMemberStatus.Member, ChatMemberStatus.Kicked), (change.OldChatMember.Status, change.NewChatMember.Status));
        Assert.Null(Assert.IsType<ChatMemberBanned>(change.NewChatMember).UntilDate);
        Assert.False(change.NewChatMember.IsInChat);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), Assert.IsType<ChatMemberBanned>(Read<ChatMember>("""{"status":"kicked","until_date":1700000000,"user":{"id":1}}""")).UntilDate);
    }

    [Theory]
    [InlineData("""{"status":"creator"}""", true, true)]
    [InlineData("""{"status":"administrator"}""", true, true)]
    [InlineData("""{"status":"member"}""", false, true)]
    [InlineData("""{"status":"restricted","is_member":true}""", false, true)]
    [InlineData("""{"status":"restricted"}""", false, false)]
    [InlineData("""{"status":"left"}""", false, false)]
    public void Standings_say_who_takes_part(string json, bool admin, bool inChat)
    {
        var member = Read<ChatMember>(json);

        Assert.Equal((admin, inChat), (member.IsAdmin, member.IsInChat));
        Assert.StartsWith(json[..^1].Replace(",\"is_member\":true", "", StringComparison.Ordinal), JsonSerializer.Serialize(member, JsonBotAPI.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":1,"type":"kind_of_tomorrow"}""")]
    [InlineData("""{"id":1,"type":7}""")]
    [InlineData("""{"id":1,"type":{"a":[1]}}""")]
    [InlineData("""{"id":1,"type":null}""")]
    [InlineData("""{"id":1}""")]
    public void An_unknown_word_is_0(string json) => Assert.Equal((1L, default), (Read<Chat>(json).Id, Read<Chat>(json).Type));

    [Theory]
    [InlineData("""{"status":"standing_of_tomorrow"}""")]
    [InlineData("""{"status":5}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void An_unknown_kind_is_null_and_its_update_is_kept(string json)
    {
        var update = Read<Update>($$$"""{"update_id":1,"my_chat_member":{"new_chat_member":{{{json}}}}}""");

        Assert.Equal(UpdateType.MyChatMember, update.Type);
        Assert.Null(update.MyChatMember!.NewChatMember);
        Assert.Null(Message($""","forward_origin":{json}""").ForwardOrigin);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Updates_with_all_fields_of_the_Bot_API_and_some_of_tomorrow_are_read(int seed)
    {
        var api = BotApiDescription.OrSkip();
        var sample = new UpdateSample(api, new Random(seed));

        Assert.All(Enumerable.Range(0, 15), _ =>
        {
            foreach (var kind in api.Type("Update").Keys.Where(kind => kind != "update_id"))
            {
                var json = sample.Update(kind);
                using var document = JsonDocument.Parse(json);
                var update = document.RootElement.Deserialize<Update>(JsonBotAPI.Options)!;
                Assert.True(Word(update.Type) == kind, $"seed {seed}: {json}");
            }
        });
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonBotAPI.Options)!;

    private static Message Message(string more) => Read<Message>($$"""{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"}{{more}}}""");

    private static string Word<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
