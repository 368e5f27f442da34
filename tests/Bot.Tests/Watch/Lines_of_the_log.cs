using System.Text.Json;
using KominfoBot.Bot.Hosting;
using KominfoBot.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KominfoBot.Bot.Tests.Watch;

public sealed class Lines_of_the_log
{
    [Fact]
    public void Say_what_they_are_about_in_fields_of_their_own()
    {
        var scopes = new LoggerExternalScopeProvider();
        using (scopes.Push(new KeyValuePair<string, object?>[] { new("update", 77L) }))
        {
            var line = Line(scopes, [new("UpdateId", 77L), new("Number", "DISDIK-2026-12"), new("Attempts", 3), new("level", "x\ny"), new("{OriginalFormat}", "…")]);
            Assert.Equal(77, line.GetProperty("update").GetInt64());
            Assert.Equal("DISDIK-2026-12", line.GetProperty("item").GetString());
            Assert.Equal(3, line.GetProperty("attempts").GetInt64());
            Assert.Equal("Warning", line.GetProperty("level").GetString());
            Assert.Single(line.EnumerateObject(), field => field.Name == "update");
        }
    }

    [Fact]
    public void Stay_one_line_whatever_a_name_holds()
    {
        var name = "Rina\r\n{\"level\":\"Critical\"}\u001b[2J\u0000";
        using var text = new StringWriter();
        new JsonLines(new ManualClock()).Write(new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Information, "K", default, [new("Name", name)], null, (_, _) => name), new LoggerExternalScopeProvider(), text);

        Assert.Equal(text.ToString().Length - 1, text.ToString().IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text.ToString());
        Assert.Equal(name, JsonDocument.Parse(text.ToString()).RootElement.GetProperty("name").GetString());
        Assert.DoesNotContain(Redaction.OneLine(name + "\u202e\u2028"), sign => char.IsControl(sign) || sign is '\u202e' or '\u2028');
    }

    [Fact]
    public void Hide_a_token_in_any_field()
        => Assert.DoesNotContain("AAH-rahasia", Line(new LoggerExternalScopeProvider(), [new("Address", "https://api.telegram.org/bot8123456789:AAH-rahasia_yang_tidak_boleh/getMe")]).GetRawText(), StringComparison.Ordinal);

    /// <summary>The scope of a request names its path, which may be the webhook's.</summary>
    [Fact]
    public void Take_no_fields_from_other_scopes()
    {
        var scopes = new LoggerExternalScopeProvider();
        using (scopes.Push(new List<KeyValuePair<string, object?>> { new("RequestPath", "/rahasia") })) Assert.DoesNotContain("rahasia", Line(scopes, []).GetRawText(), StringComparison.Ordinal);
    }

    private static JsonElement Line(IExternalScopeProvider scopes, KeyValuePair<string, object?>[] state)
    {
        using var text = new StringWriter();
        new JsonLines(new ManualClock()).Write(new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Warning, "K", default, state, null, (_, _) => "kata"), scopes, text);
        return JsonDocument.Parse(text.ToString()).RootElement;
    }
}
