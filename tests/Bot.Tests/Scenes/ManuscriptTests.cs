using System.Text.RegularExpressions;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Scenes;
using KominfoBot.Sandbox.Page;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Scenes;

/// <summary>The texts of the scenes are of the kind that an office would publish: they pass its own checks without a remark.</summary>
public sealed partial class ManuscriptTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 26, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void There_are_twenty_and_no_two_are_alike()
    {
        Assert.Equal(20, Manuscript.All.Length);
        Assert.Equal(20, Manuscript.All.Select(text => text.Title).Distinct().Count());
        Assert.Equal(20, Manuscript.All.Select(text => text.BodyOn(Day)).Distinct().Count());
        Assert.True(Manuscript.All.Select(text => text.Skpd).Distinct().Count() >= 10);
    }

    [Fact]
    public void All_belong_to_agencies_of_the_shipped_list_and_have_an_author()
    {
        var office = OfficeData.Load(new OfficeOptions());
        Assert.Empty(Manuscript.All.Select(text => text.Skpd).Except(office.Skpds.Select(skpd => skpd.Code)));
        Assert.All(Manuscript.All, text => Assert.NotEqual(0, Cast.AuthorOf(text.Skpd)));
    }

    [Fact]
    public void All_pass_the_checks_without_a_warning() => Assert.All(Manuscript.All, text =>
    {
        var body = text.BodyOn(Day);
        var photos = text.Photos.Select((photo, index) => (Use: new PhotoUse($"{index}", photo.Caption), Facts: new PhotoFacts($"{index}", 1280, 960))).ToList();
        var content = new Content(text.Title, StyledText.Plain(body), [.. photos.Select(photo => photo.Use)], "pemerintahan");
        Assert.DoesNotContain(TextChecks.Run(new CheckedText(content, [.. photos.Select(photo => photo.Facts)], null, new TextRules())), finding => finding.Weight != Weight.Info);
        Assert.InRange(content.WordCount, 90, 200);
        Assert.InRange(text.Title.Length, 40, 100);
        Assert.Contains("Kamis (26/11/2026)", body, StringComparison.Ordinal);
        Assert.DoesNotContain('{', body);
        Assert.Matches(Figure(), body);
        Assert.All(text.Photos, photo => Assert.Contains(photo.Sample, SamplePhotos.Names));
    });

    [GeneratedRegex("[0-9]{2,}")]
    private static partial Regex Figure();
}
