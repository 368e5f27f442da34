using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

public sealed class A_command_line_that_is_not_understood : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Theory]
    [InlineData("terbitkan")]
    [InlineData("cadangkan x.db")]
    [InlineData("invite --role Kabid --warna merah")]
    [InlineData("invite --role")]
    [InlineData("--Stor:Provider=Sqlite")]
    [InlineData("serve sekarang")]
    [InlineData("verify-audit --role Kabid")]
    public async Task Ends_with_code_2_and_one_sentence_that_shows_the_usage(string typed)
    {
        var finished = await BotProcess.Run(directory.Path, typed.Split(' '));

        Assert.Contains("invite --role", finished.OneSentence(2), StringComparison.Ordinal);
        Assert.Empty(finished.Out);
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("backup", "`backup /mnt/cadangan/kominfo.tar`")]
    [InlineData("backup /", "`backup /kominfo.tar`")]
    [InlineData("restore", "`restore /mnt/cadangan/kominfo.tar`")]
    public async Task A_missing_file_is_shown_by_an_example(string typed, string example)
        => Assert.Contains(example, (await BotProcess.Run(directory.Path, typed.Split(' '))).OneSentence(2), StringComparison.Ordinal);

    [Theory]
    [InlineData("invite")]
    [InlineData("invite --role Bupati")]
    [InlineData("invite --role 3")]
    public async Task An_unknown_role_names_the_roles(string typed)
    {
        var sentence = (await BotProcess.Run(directory.Path, typed.Split(' '))).OneSentence(2);

        Assert.Contains("AdminSkpd, KepalaSkpd, Anggota, AdminPortal, Kabid, Kadis, Koordinator", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invite --role AdminSkpd", "memerlukan --skpd")]
    [InlineData("invite --role kepalaskpd", "memerlukan --skpd")]
    [InlineData("invite --role Kabid --skpd DISDIK", "bukan peran SKPD")]
    public async Task A_role_and_its_SKPD_must_fit(string typed, string why)
        => Assert.Contains(why, (await BotProcess.Run(directory.Path, typed.Split(' '))).OneSentence(2), StringComparison.Ordinal);

    [Fact]
    public async Task Help_is_no_mistake()
    {
        var finished = await BotProcess.Run(directory.Path, ["--help"]);

        Assert.Equal(0, finished.Code);
        Assert.Contains("verify-audit", Assert.Single(finished.Out), StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();
}
