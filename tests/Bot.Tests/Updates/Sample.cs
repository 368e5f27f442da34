using System.Text.Json;

namespace KominfoBot.Bot.Tests.Updates;

/// <summary>Updates as the Bot API sends them.</summary>
internal static class Sample
{
    public static string Message(long updateId, string text, long chat = 7, int message = 0)
        => $$$"""{"update_id":{{{updateId}}},"message":{"message_id":{{{(message == 0 ? updateId % 1_000_000 : message)}}},"from":{"id":{{{chat}}},"is_bot":false,"first_name":"Rina"},"chat":{"id":{{{chat}}},"type":"private","first_name":"Rina"},"date":1784080000,"text":{{{JsonSerializer.Serialize(text)}}} }}""";

    public static string Press(long updateId, string id, string data, long chat = 7)
        => $$$"""{"update_id":{{{updateId}}},"callback_query":{"id":"{{{id}}}","from":{"id":{{{chat}}},"is_bot":false,"first_name":"Rina"},"message":{"message_id":55,"chat":{"id":{{{chat}}},"type":"private"},"date":0},"chat_instance":"1","data":"{{{data}}}" }}""";
}
