using System.Text.Encodings.Web;
using System.Text.Json;
using KominfoBot.Bot.Teks;
using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

/// <summary>teks.json, from which an office chooses what it says in its own words, is what the sources say.</summary>
public sealed class TextTests
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Written anew with KOMINFO_WRITE_DOCS=1.</summary>
    [Fact]
    public void The_list_has_every_text_of_the_sources()
    {
        var texts = ShippedTexts.Read();
        var list = JsonSerializer.Serialize(texts.ToDictionary(text => text.Key, text => text.Text), readable) + "\n";
        if (Environment.GetEnvironmentVariable("KOMINFO_WRITE_DOCS") == "1") File.WriteAllText(RepositoryRoot.File("src", "Bot", "Teks", "teks.json"), list);

        Assert.True(texts.Count > 500, $"{texts.Count}");
        Assert.Equal(list, File.ReadAllText(RepositoryRoot.File("src", "Bot", "Teks", "teks.json")));
    }

    /// <summary>A brace that is no placeholder could not be told from one.</summary>
    [Fact]
    public void No_text_has_braces_but_for_its_placeholders()
        => Assert.DoesNotContain(ShippedTexts.Read(), text => WordingFile.Shape(text.Text).AsSpan().IndexOfAny('{', '}') >= 0);
}
