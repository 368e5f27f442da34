using System.Globalization;
using System.Text.Json.Nodes;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// Every part of an update taken away, emptied or made of another kind, one at a time (T5). Whatever can be read is handled; whatever cannot is laid aside;
/// every press is answered; nothing else is held up.
/// </summary>
public sealed class Updates_of_odd_shape
{
    private const string Rina = """{"id":7001000001,"is_bot":false,"first_name":"Rina Marlina","last_name":"M.","username":"rina","language_code":"id"}""";
    private const string Chat = """{"id":7001000001,"type":"private","first_name":"Rina Marlina","username":"rina"}""";
    private const string Place = $""" "message_id":900001,"from":{Rina},"chat":{Chat},"date":1784080000 """;

    internal static string[] Templates { get; } =
    [
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"text":"Selamat pagi, **apa** kabar","entities":[{"type":"bold","offset":0,"length":7},{"type":"text_link","offset":9,"length":3,"url":"https://a.go.id"},{"type":"hiasan_2031","offset":0,"length":1}]}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"caption":"Keterangan","media_group_id":"g1","photo":[{"file_id":"a","file_unique_id":"ua","width":90,"height":60,"file_size":1000},{"file_id":"b","file_unique_id":"ub","width":900,"height":600}]}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"document":{"file_id":"d","file_unique_id":"ud","file_name":"foto.jpg","mime_type":"image/jpeg","file_size":1000,"thumbnail":{"file_id":"t","file_unique_id":"ut","width":9,"height":6}}}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"forward_origin":{"type":"hidden_user","sender_user_name":"Seseorang","date":1784070000},"text":"diteruskan","reply_to_message":{"message_id":4,"chat":{{{{{Chat}}}}},"date":1784070000,"text":"lama"}}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"text":"/status","entities":[{"type":"bot_command","offset":0,"length":7}]}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"sticker":{"file_id":"s","file_unique_id":"us","type":"regular","width":512,"height":512,"is_animated":false,"is_video":false}}}""",
        $$$$$"""{"update_id":0,"message":{{{{{{Place}}}}},"migrate_to_chat_id":-1001}}""",
        $$$$$"""{"update_id":0,"edited_message":{{{{{{Place}}}}},"edit_date":1784080001,"text":"diubah"}}""",
        $$$$$"""{"update_id":0,"callback_query":{"id":"q","from":{{{{{Rina}}}}},"message":{"message_id":5,"from":{"id":7,"is_bot":true,"first_name":"Bot"},"chat":{{{{{Chat}}}}},"date":1784080000,"text":"kartu"},"chat_instance":"1","data":"m:Status"}}""",
        $$$$$"""{"update_id":0,"callback_query":{"id":"q","from":{{{{{Rina}}}}},"inline_message_id":"x","chat_instance":"1","game_short_name":"g"}}""",
        $$$$$"""{"update_id":0,"my_chat_member":{"chat":{{{{{Chat}}}}},"from":{{{{{Rina}}}}},"date":1784080000,"old_chat_member":{"status":"member","user":{"id":7,"is_bot":true,"first_name":"Bot"}},"new_chat_member":{"status":"kicked","user":{"id":7,"is_bot":true,"first_name":"Bot"},"until_date":0}}}""",
        $$$$$"""{"update_id":0,"channel_post":{"message_id":9,"sender_chat":{"id":-100,"type":"channel","title":"Saluran"},"chat":{"id":-100,"type":"channel","title":"Saluran"},"date":1784080000,"text":"/start"}}""",
        """{"update_id":0,"jenis_2031":{"chat":{"id":7001000001,"type":"jenis_2031"},"from":{"id":7001000001}}}""",
    ];

    [Fact]
    public async Task Hold_up_nothing_and_every_press_is_answered()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite);
        var (number, presses, whole) = (800_000_000L, new HashSet<string>(), 0);
        foreach (var update in Templates.SelectMany(template => Variants(JsonNode.Parse(template)!.AsObject())))
        {
            update["update_id"] = ++number;
            if (update["callback_query"] is JsonObject query && query["id"] is JsonValue id && id.TryGetValue<string>(out _))
            {
                query["id"] = $"q{number}";
                // Without its person there is nobody whom it could belong to, but its spinner stops all the same.
                presses.Add($"q{number}");
            }
            office.Driver.Inject(update.ToJsonString());
            whole++;
        }
        await office.Quiet();

        Assert.InRange(whole, 500, 5000);
        var failed = await office.Read(db => db.Received.Where(row => row.State == ReceivedState.Failed).Select(row => new { row.LastError, row.Payload }).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(failed, row => Assert.Equal("Bentuknya bukan update Bot API.", row.LastError));
        var unreadable = failed.Where(row => presses.Any(press => row.Payload.Contains($"\"{press}\"", StringComparison.Ordinal))).ToList();
        var answered = office.Driver.Calls.Where(call => call.Method == "answerCallbackQuery").Select(call => JsonNode.Parse(call.ParametersJson)!["callback_query_id"]!.ToString()).ToList();
        Assert.Equal(answered.Count, answered.Distinct().Count());
        Assert.Equal(presses.Count - unreadable.Count, answered.Count);

        await office.Write(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Reachable, true), TestContext.Current.CancellationToken));
        office.Rina.Forgets();
        await office.Rina.Says("/bantuan");
        office.Rina.Hears("Perintah");
    }

    /// <summary>The update as it is, and with each of its parts missing, null, a number, a word, a list or an object.</summary>
    private static IEnumerable<JsonObject> Variants(JsonObject whole)
    {
        yield return (JsonObject)whole.DeepClone();
        foreach (var path in Paths(whole, []))
        {
            yield return With(whole, path, null, missing: true);
            foreach (var other in (JsonNode?[])[null, JsonValue.Create(12345), JsonValue.Create(-1), JsonValue.Create("kata"), JsonValue.Create(""), JsonValue.Create(true), new JsonArray(), new JsonObject()])
                yield return With(whole, path, other, missing: false);
        }
    }

    private static IEnumerable<string[]> Paths(JsonNode node, string[] at)
    {
        IEnumerable<(string Name, JsonNode? Part)> parts = node switch
        {
            JsonObject fields => fields.Where(field => field.Key != "update_id").Select(field => (field.Key, field.Value)),
            JsonArray items => items.Select((item, index) => (index.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (name, part) in parts)
        {
            string[] path = [.. at, name];
            yield return path;
            foreach (var deeper in part is null ? [] : Paths(part, path)) yield return deeper;
        }
    }

    private static JsonObject With(JsonObject whole, string[] path, JsonNode? other, bool missing)
    {
        var changed = (JsonObject)whole.DeepClone();
        JsonNode at = changed;
        foreach (var name in path[..^1]) at = at is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)]! : at[name]!;
        if (at is JsonArray list)
        {
            var index = int.Parse(path[^1], CultureInfo.InvariantCulture);
            if (missing) list.RemoveAt(index);
            else list[index] = other?.DeepClone();
        }
        else if (missing)
        {
            at.AsObject().Remove(path[^1]);
        }
        else
        {
            at[path[^1]] = other?.DeepClone();
        }
        return changed;
    }
}
