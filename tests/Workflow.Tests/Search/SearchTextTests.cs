using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Lima Puluh Kota", "lima puluh kota")]
    [InlineData("Limapuluh Kota", "lima puluh kota")]
    [InlineData("LIMAPULUHKOTA", "lima puluh kota")]
    [InlineData("50 Kota", "lima puluh kota")]
    [InlineData("50-Kota", "lima puluh kota")]
    [InlineData("50kota", "lima puluh kota")]
    [InlineData("lima puluhkota", "lima puluh kota")]
    [InlineData("Kabupaten 50 Kota, 20 Kota", "kabupaten lima puluh kota dua puluh kota")]
    // A number that is no name stays one, and so does a word that only begins like one.
    [InlineData("50 orang, 150 kota, 50 kotak", "50 orang 150 kota 50 kotak")]
    [InlineData("limapuluhkotakab.go.id", "limapuluhkotakab go id")]
    [InlineData("Café “Nagari” – 30 siswa!", "cafe nagari 30 siswa")]
    [InlineData("DISDIK-2026-0042", "disdik 2026 0042")]
    public void One_form_for_one_meaning(string typed, string folded) => Assert.Equal(folded, SearchText.Fold(typed));

    [Fact]
    public void A_query_has_eight_distinct_words_at_most_and_none_without_end()
    {
        Assert.Equal(["satu", "dua"], SearchText.Words("Satu, dua; SATU!"));
        Assert.Equal(8, SearchText.Words("a b c d e f g h i j").Count);
        Assert.Equal(60, Assert.Single(SearchText.Words(new string('x', 5000))).Length);
        Assert.Empty(SearchText.Words(" — !?"));
    }
}
