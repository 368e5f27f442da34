using System.Text.Json;
using KominfoBot.Bot.Updates;
using Telegram.Bot.Types.Enums;

namespace KominfoBot.Bot.Tests.Updates;

public sealed class ReceivedUpdateTests
{
    [Theory]
    [InlineData("""{"update_id":5,"message":{"message_id":45,"chat":{"id":123}}}""", 5, "message:123:45", 123)]
    [InlineData("""{"update_id":5,"edited_message":{"message_id":45,"edit_date":99,"chat":{"id":-1001234567890}}}""", 5, "edited_message:-1001234567890:45:99", -1001234567890)]
    [InlineData("""{"update_id":5,"callback_query":{"id":"987","from":{"id":4503599627370495},"message":{"message_id":1,"chat":{"id":8},"date":0}}}""", 5, "press:987", 8)]
    [InlineData("""{"update_id":5,"callback_query":{"id":"987","from":{"id":4503599627370495},"inline_message_id":"x"}}""", 5, "press:987", 4503599627370495)]
    [InlineData("""{"update_id":5,"my_chat_member":{"chat":{"id":8},"from":{"id":8},"date":77}}""", 5, "my_chat_member:8:77", 8)]
    [InlineData("""{"update_id":9007199254740993,"message":{"message_id":45,"chat":{"id":123}}}""", 9007199254740993, "message:123:45", 123)]
    public void Tells_what_it_is_about_and_whose_order_counts(string json, long id, string fingerprint, long lane)
    {
        var update = Read(json);
        Assert.Equal((id, fingerprint, lane, json), (update.UpdateId, update.Fingerprint, update.Lane, update.Raw));
    }

    [Theory]
    [InlineData("""{"update_id":5,"kind_of_2031":{"nested":{"x":[1,null]}}}""")]
    [InlineData("""{"update_id":5}""")]
    [InlineData("""{"update_id":5,"message":null}""")]
    [InlineData("""{"update_id":5,"message":[]}""")]
    [InlineData("""{"update_id":5,"message":{"chat":{"id":"seven"},"message_id":1e400}}""")]
    [InlineData("""{"update_id":5,"callback_query":{"id":7}}""")]
    [InlineData("""{"update_id":5,"callback_query":{"id":"\ud800"}}""")]
    public void Odd_ones_are_storable(string json)
    {
        var update = Read(json);
        Assert.Equal(5, update.UpdateId);
        Assert.NotEqual(update.Fingerprint, Read("""{"update_id":5,"poll":{"id":"1"}}""").Fingerprint);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"update_id":"5"}""")]
    [InlineData("""{"update_id":5.5}""")]
    public void Without_a_number_it_is_broken(string json) => Assert.Null(Read(json).UpdateId);

    [Fact]
    public void Fields_and_words_that_nobody_knows_yet_are_read_over()
    {
        var update = ReceivedUpdate.Parse("""
            {"update_id":9007199254740993,"message":{"message_id":1,"date":1784080000,"from":{"id":4503599627370495,"is_bot":false,"first_name":"A"},
             "chat":{"id":-1009999999999,"type":"hologram"},"text":"a","entities":[{"type":"sparkle","offset":0,"length":1}],"new_thing":{"a":1}}}
            """);
        Assert.Equal(UpdateType.Message, update.Type);
        Assert.Equal(4503599627370495, update.Message!.From!.Id);
    }

    [Fact]
    public void A_kind_that_nobody_knows_yet_parses_as_unknown()
        => Assert.Equal(UpdateType.Unknown, ReceivedUpdate.Parse("""{"update_id":1,"kind_of_2031":{"id":1}}""").Type);

    private static ReceivedUpdate Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReceivedUpdate.Read(document.RootElement);
    }
}
