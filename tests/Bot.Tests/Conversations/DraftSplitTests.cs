using KominfoBot.Bot.Conversations;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>What is taken for the title of a text that came whole.</summary>
public sealed class DraftSplitTests
{
    [Theory]
    [InlineData("Warga Nagari Taram bangun jalan\nSarilamak, PUPR — Warga bergotong royong.", "Warga Nagari Taram bangun jalan", "Sarilamak, PUPR — Warga bergotong royong.")]
    [InlineData("Wali Nagari Taram meresmikan posyandu. Warga menyambutnya.", "Wali Nagari Taram meresmikan posyandu", "Wali Nagari Taram meresmikan posyandu. Warga menyambutnya.")]
    [InlineData("Bupati H. Safni dan Prof. Ganefri Dt. Djunjungan menanam jagung di Kec. Harau. Acara itu dihadiri warga.", "Bupati H. Safni dan Prof. Ganefri Dt. Djunjungan menanam jagung di Kec. Harau", null)]
    [InlineData("Kepala dinas Yusnita Sari, S.Pd. membuka lomba baca puisi. Pesertanya 40 murid.", "Kepala dinas Yusnita Sari, S.Pd. membuka lomba baca puisi", null)]
    public void Is_the_first_line_or_the_first_sentence(string text, string title, string? body)
    {
        var (found, rest) = DraftSplit.Split(StyledText.Plain(text), 160);
        Assert.Equal((title, body ?? text), (found, rest.Text));
    }

    [Fact]
    public void Is_asked_for_when_both_are_too_long()
        => Assert.Null(DraftSplit.Split(StyledText.Plain(string.Join(' ', Enumerable.Repeat("panjang", 40)) + ". Selesai."), 160).Title);
}
