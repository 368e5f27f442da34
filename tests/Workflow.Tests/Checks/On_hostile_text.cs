using KominfoBot.Testing;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>No check throws, whatever is sent, and none finds a place that is not in the text.</summary>
public sealed class On_hostile_text
{
    public static TheoryData<string, int> Repeated => new(
        from part in (string[])["a", "A", "1", " ", "\n", ".", "1 ", "1.", "Senin ", "Senin (", "21/11/", "21 November ", "di ", "Rp ", "08", "0812-", "a@", "www.", "http://", "“", "(", "’", "Jum'", "ijin ", "👨‍👩‍👧", "Safarud", "Abu Abo Abi ", "Bupati Safara Syafara ", "KTP ", "hari ini Senin (23/11/2026) ", "slot "]
        select (part, 17_000 / part.Length));

    [Fact]
    public void Naughty_strings_are_only_text()
    {
        foreach (var text in NaughtyStrings.All) Look(text);
        Look(string.Join('\n', NaughtyStrings.All));
    }

    [Theory, MemberData(nameof(Repeated))]
    public void What_is_repeated_to_seventeen_thousand_characters_is_read_to_its_end(string part, int times) => Look(string.Concat(Enumerable.Repeat(part, times)));

    [Fact]
    public void Anything_at_all_is_only_text()
    {
        var random = new Random(20261126);
        string[] parts = [.. Manuscript.All.SelectMany(text => text.Body.Split(' ')).Distinct(), "\u0000", "\uD800", "\uDC00", "\u202E", "\u00A0", "\r\n", "İ", "ß", "ﬁ", "１３０７"];
        for (var round = 0; round < 300; round++) Look(string.Concat(Enumerable.Range(0, 60).Select(_ => parts[random.Next(parts.Length)] + (random.Next(4) == 0 ? "" : " "))));
    }

    private static void Look(string text)
    {
        var content = new Content(text, StyledText.Plain(text), [new PhotoUse("a", text)], "umum");
        var input = new CheckedText(content, [new PhotoFacts("a", 1600, 1200, text)], null, new TextRules()) { WrittenOn = new DateOnly(2026, 11, 26) };
        foreach (var change in TextChecks.Run(input).SelectMany(finding => finding.Fix?.Changes ?? []))
        {
            Assert.InRange(change.Offset, 0, text.Length);
            Assert.InRange(change.Length, 1, text.Length - change.Offset);
        }
        Shingles.Keys(Shingles.Of(content));
    }
}
