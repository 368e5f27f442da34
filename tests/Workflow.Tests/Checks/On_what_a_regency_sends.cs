using KominfoBot.Workflow.Checks;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>
/// Releases in the manner of a regency, written without knowing the word lists: what each check says of them is counted against what a reader finds wrong. The
/// table of rates is printed.
/// </summary>
public sealed class On_what_a_regency_sends(ITestOutputHelper output)
{
    private static readonly List<(Manuscript Text, Weight Weight, string Code, string Key)> findings =
        [.. Manuscript.Releases.SelectMany(text => TextChecks.Run(Manuscript.Checked(text.Content, new TextRules())).Select(finding => (text, finding.Weight, finding.Code, finding.Key)))];

    [Fact]
    public void Nothing_of_it_is_stopped()
    {
        Print();
        Assert.True(Manuscript.Releases.Length >= 60);
        Assert.Equal("", string.Join('\n', findings.Where(each => each.Weight == Weight.Block).Select(each => $"{each.Text.Name}: {each.Key}")));
    }

    [Fact]
    public void Hardly_anybody_is_asked_about_what_is_in_order()
    {
        var warnings = findings.Where(each => each.Weight == Weight.Warn).ToList();
        Assert.Equal("", string.Join('\n', warnings.Where(each => !each.Text.Expected.Contains(each.Code)).Select(each => $"{each.Text.Name}: {each.Key}")));
        Assert.Equal("", string.Join('\n', Manuscript.Releases.SelectMany(text => text.Expected.Except(warnings.Where(each => each.Text == text).Select(each => each.Code)).Select(code => $"{text.Name}: {code} not found"))));
        Assert.InRange(findings.Count(each => each.Weight == Weight.Info), 0, Manuscript.Releases.Length / 2);
    }

    private void Print()
    {
        foreach (var check in findings.GroupBy(each => (each.Weight, each.Code)).OrderBy(group => group.Key.Weight).ThenByDescending(group => group.Count()))
        {
            var texts = check.DistinctBy(each => each.Text.Name).ToList();
            output.WriteLine($"{check.Key.Weight} {check.Key.Code}: {texts.Count} of {Manuscript.Releases.Length} texts, false in {texts.Count(each => !each.Text.Expected.Contains(each.Code))}");
        }
        foreach (var (text, weight, _, key) in findings.Where(each => !each.Text.Expected.Contains(each.Code))) output.WriteLine($"{weight} {text.Name}: {key}");
    }
}
