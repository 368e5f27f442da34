using KominfoBot.Workflow.Checks;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>Sixty texts as offices send them: what is wrong is found, and nothing else is. How often each check speaks is printed.</summary>
public sealed class On_what_offices_send(ITestOutputHelper output)
{
    [Fact]
    public void There_are_sixty_texts_and_a_third_has_something_wrong()
    {
        Assert.True(Manuscript.All.Length >= 60);
        Assert.InRange(Manuscript.All.Count(text => !text.Expected.IsEmpty), 20, 30);
    }

    [Fact]
    public void Nothing_is_remarked_on_in_a_text_that_is_in_order_and_all_that_is_wrong_is_found()
    {
        var astray = Manuscript.All.Select(text => (text, Found: text.Findings.Where(finding => finding.Weight != Weight.Info).ToList()))
            .Where(each => !each.Found.Select(finding => finding.Code).Distinct().Order().SequenceEqual(each.text.Expected.Order()))
            .Select(each => $"{each.text.Name}: expected [{string.Join(", ", each.text.Expected)}], found [{string.Join("; ", each.Found.Select(finding => finding.Key))}]");
        Assert.Equal("", string.Join('\n', astray));
    }

    [Fact]
    public void Hints_are_few()
    {
        foreach (var check in Manuscript.All.SelectMany(text => text.Findings.Select(finding => (finding.Weight, finding.Code)).Distinct()).GroupBy(each => each).OrderBy(group => group.Key.Weight).ThenByDescending(group => group.Count()))
            output.WriteLine($"{check.Key.Weight} {check.Key.Code}: {check.Count()} of {Manuscript.All.Length} texts");
        foreach (var text in Manuscript.All)
            foreach (var hint in text.Findings.Where(finding => finding.Weight == Weight.Info)) output.WriteLine($"{text.Name}: {hint.Key}");
        Assert.InRange(Manuscript.All.Average(text => text.Findings.Count(finding => finding.Weight == Weight.Info)), 0, 1);
    }
}
