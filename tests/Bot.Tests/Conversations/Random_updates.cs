using System.Globalization;
using System.Text.Json.Nodes;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Updates with several parts exchanged at random for other parts, strange texts and numbers: none holds up the others, every press is answered once at most.</summary>
public sealed class Random_updates
{
    private const int InARound = 120;

    [Fact]
    public Task Hold_up_nothing() => Fuzzing.Rounds(1, async random =>
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite);
        for (var number = 0; number < InARound; number++)
        {
            var update = JsonNode.Parse(random.Any(Updates_of_odd_shape.Templates))!.AsObject();
            for (var change = random.Next(1, 5); change > 0; change--) Change(update, random);
            update["update_id"] = 810_000_000L + number;
            if (update["callback_query"] is JsonObject query && query["id"] is JsonValue id && id.TryGetValue<string>(out _)) query["id"] = $"r{number}";
            office.Driver.Inject(update.ToJsonString());
        }
        await office.Quiet();

        var failed = await office.Read(db => db.Received.Where(row => row.State == ReceivedState.Failed).Select(row => new { row.LastError, row.Payload }).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(failed, row => Assert.True(row.LastError == "Bentuknya bukan update Bot API.", $"{row.LastError}\n{row.Payload}"));
        var answered = office.Driver.Calls.Where(call => call.Method == "answerCallbackQuery").Select(call => JsonNode.Parse(call.ParametersJson)!["callback_query_id"]!.ToString()).Where(id => id.StartsWith('r')).ToList();
        Assert.Equal(answered.Count, answered.Distinct().Count());
        await office.Write(db => db.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.Reachable, true), TestContext.Current.CancellationToken));
        office.Hendri.Forgets();
        await office.Hendri.Says("/bantuan");
        office.Hendri.Hears("Perintah");
    }, TestContext.Current.SendDiagnosticMessage);

    /// <summary>Takes any part away, doubles it, or puts another in its place.</summary>
    private static void Change(JsonObject update, Random random)
    {
        List<(JsonNode Parent, string Name)> places = [.. Places(update)];
        if (places.Count == 0) return;
        var (parent, name) = random.Any(places);
        var other = random.Next(5) switch
        {
            0 => JsonValue.Create(random.AnyText()),
            1 => JsonNode.Parse(random.Any(["0", "-1", "9223372036854775807", "-9223372036854775808", "1e30", "0.5", "4503599627370496", "true", "null", "[]", "{}", "[[[[[[[[[[]]]]]]]]]]"])),
            2 => JsonValue.Create(random.NextInt64()),
            3 => random.Any(places) is var (from, part) ? At(from, part)?.DeepClone() : null,
            _ => null,
        };
        if (parent is JsonArray list)
        {
            var index = int.Parse(name, CultureInfo.InvariantCulture);
            if (random.Next(4) == 0) list.RemoveAt(index);
            else if (random.Next(4) == 0) list.Add(list[index]?.DeepClone());
            else list[index] = other;
        }
        else if (random.Next(4) == 0) parent.AsObject().Remove(name);
        else parent.AsObject()[name] = other;
    }

    private static JsonNode? At(JsonNode parent, string name) => parent is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)] : parent[name];

    private static IEnumerable<(JsonNode Parent, string Name)> Places(JsonNode node)
    {
        IEnumerable<string> names = node switch
        {
            JsonObject fields => fields.Select(field => field.Key),
            JsonArray items => Enumerable.Range(0, items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
            _ => [],
        };
        foreach (var name in names.ToList())
        {
            yield return (node, name);
            if (At(node, name) is { } part)
                foreach (var deeper in Places(part)) yield return deeper;
        }
    }
}
