using System.Collections.Immutable;
using KominfoBot.Testing;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.Checks;

public sealed class FixingTests
{
    [Fact]
    public void Each_fix_removes_its_own_finding_and_no_other_and_brings_none()
    {
        foreach (var text in Manuscript.All)
        {
            var draft = Draft(text);
            var before = Of(draft);
            foreach (var finding in before.Where(finding => finding.Fix is not null))
            {
                var after = Of(Fixing.Apply(draft, [finding.Fix!]));
                Assert.Equal(before.Where(other => other != finding).Select(Stable), after.Select(Stable));
            }
        }
    }

    [Fact]
    public void All_at_once_leaves_nothing_to_fix_and_a_second_time_changes_nothing()
    {
        foreach (var draft in Manuscript.All.Select(Draft).Concat(NaughtyStrings.All.Select(Naughty)))
        {
            var mended = Fixing.Apply(draft, Of(draft).Select(finding => finding.Fix).OfType<Fix>());
            Assert.DoesNotContain(Of(mended), finding => finding.Fix is not null);
            Assert.Equal(mended.ToContent(), Fixing.Apply(mended, Of(mended).Select(finding => finding.Fix).OfType<Fix>()).ToContent());
        }
    }

    [Fact]
    public void A_passage_keeps_its_message_and_the_others_are_untouched()
    {
        var draft = Draft(Manuscript.All[0]) with
        {
            Passages =
            [
                new DraftPassage(new SourceMessage(1, 10), StyledText.Plain("  Paragraf pertama tanpa cacat.\n")),
                new DraftPassage(new SourceMessage(1, 11), StyledText.Plain("   ")),
                new DraftPassage(new SourceMessage(1, 12), StyledText.Plain("Warga dihimbau datang. Resiko longsor masih ada.")),
            ],
        };
        var mended = Fixing.Apply(draft, Of(draft).Select(finding => finding.Fix).OfType<Fix>());

        Assert.Equal(draft.Passages.Select(passage => passage.Source), mended.Passages.Select(passage => passage.Source));
        Assert.Equal(draft.Passages[..2], mended.Passages[..2]);
        Assert.Equal("Warga diimbau datang. Risiko longsor masih ada.", mended.Passages[2].Text.Text);
    }

    [Theory]
    [InlineData(0, 5, 0, 5)]      // before the change
    [InlineData(6, 7, 6, 5)]      // just the word
    [InlineData(0, 20, 0, 18)]    // around it
    [InlineData(8, 12, 6, 12)]    // begins within
    [InlineData(2, 6, 2, 9)]      // ends within
    [InlineData(14, 5, 12, 5)]    // after it
    public void Formatting_stays_on_its_words(int offset, int length, int movedTo, int movedLength)
    {
        var text = new StyledText("Warga praktek setiap hari", [new Mark(offset, length, MarkKind.Bold)]).Replace(6, 7, "abcde");
        Assert.Equal("Warga abcde setiap hari", text.Text);
        Assert.Equal(new Mark(movedTo, movedLength, MarkKind.Bold), Assert.Single(text.Marks));
    }

    [Fact]
    public void Formatting_of_nothing_goes()
        => Assert.Empty(new StyledText("NIK 1307010101700003.", [new Mark(4, 16, MarkKind.Bold)]).Replace(3, 17, "").Marks);

    [Theory]
    [InlineData("Murni (NIK 1307014107560002) menerima beras.", "Murni menerima beras.")]
    [InlineData("Murni, NIK: 1307014107560002, menerima beras.", "Murni,, menerima beras.")]
    [InlineData("Murni dengan NIK 1307014107560002 menerima beras.", "Murni menerima beras.")]
    [InlineData("1307014107560002 milik Murni", "milik Murni")]
    [InlineData("Milik Murni: 1307 0141 0756 0002", "Milik Murni:")]
    public void A_population_number_goes_with_the_word_that_announces_it(string text, string mended)
    {
        var draft = Draft(Manuscript.All[0]) with { Passages = [new DraftPassage(null, StyledText.Plain(text))] };
        Assert.Equal(mended, Fixing.Apply(draft, Of(draft).Where(finding => finding.Code == "nik").Select(finding => finding.Fix!)).Body.Text);
    }

    [Fact]
    public void Title_caption_and_file_name_are_mended_too()
    {
        var draft = Draft(Manuscript.All[0]) with { Title = " Penerima 1307014107560002 dan resiko banjir ", Photos = [new DraftPhoto(null, "a", "Resiko banjir 1307014107560002", "KTP 1307014107560002.jpg")] };
        var found = TextChecks.Run(new CheckedText(draft.ToContent(), [new PhotoFacts("a", 1600, 1200, draft.Photos[0].Name)], null, Manuscript.Rules));
        var mended = Fixing.Apply(draft, found.Select(finding => finding.Fix).OfType<Fix>());

        Assert.Equal(("Penerima dan risiko banjir", "Risiko banjir", "foto 1"), (mended.Title, mended.Photos[0].Caption, mended.Photos[0].Name));
    }

    private static DraftContent Draft(Manuscript text) => new(text.Title, null, [.. text.Body.Split('\n').Select((part, index) => new DraftPassage(new SourceMessage(1, index), StyledText.Plain(part)))], [new DraftPhoto(null, "a", "Suasana", "foto 1")], "umum");

    private static DraftContent Naughty(string text) => new(text, null, [new DraftPassage(null, StyledText.Plain(text)), new DraftPassage(null, StyledText.Plain($"{text} resiko {text}"))], [new DraftPhoto(null, "a", text, text)], "umum");

    private static ImmutableArray<Finding> Of(DraftContent draft) => TextChecks.Run(Manuscript.Checked(draft.ToContent()));

    /// <summary>Without line numbers and counts of words, which a fix may move.</summary>
    private static string Stable(Finding finding) => finding.Code is "nik" or "sentence.long" ? finding.Code : finding.Key;
}
