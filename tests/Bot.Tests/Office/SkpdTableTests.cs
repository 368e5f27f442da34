using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Office;

public sealed class SkpdTableTests
{
    private static readonly string[] categories = ["pendidikan", "kesehatan"];

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+62 752")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=ganda")]
    [InlineData("biasa; \"dikutip\"")]
    [InlineData("# bukan komentar")]
    [InlineData("Jl. Sudirman <b>1</b>")]
    public void What_is_written_is_read_again_and_no_spreadsheet_takes_it_for_a_formula(string value)
    {
        var text = SkpdTable.Write([new Skpd { Code = "DISDIK", Name = "Dinas", ShortName = "Disdik", DefaultCategory = "pendidikan", Head = value, Address = value }]);
        var entry = Assert.Single(SkpdTable.Parse("uji", text, categories));
        Assert.Equal(value, entry.Values.Single(each => each.Field.Column == "head").Value);
        Assert.DoesNotContain(text.Split(['\n', ';']), field => field.TrimStart('"') is [var first, ..] && first is '=' or '+' or '-' or '@');
    }

    [Theory]
    [InlineData("code;name;short_name;category\ndisdik;A;B;pendidikan", "uji baris 2, kolom code: \"disdik\"")]
    [InlineData("code;name;short_name;category\nA;A;B;pendidikan\nA;A;B;pendidikan", "uji baris 3, kolom code: \"A\" sudah ada")]
    [InlineData("code;name;short_name;category\nA;A;B;hiburan", "uji baris 2, kolom category: \"hiburan\" tidak ada di daftar kategori")]
    [InlineData("code;name;short_name;category;site\nA;A;B;pendidikan;www.a.id", "uji baris 2, kolom site: \"www.a.id\" harus alamat lengkap")]
    [InlineData("code;name;short_name;category;exempt\nA;A;B;pendidikan;mungkin", "uji baris 2, kolom exempt: \"mungkin\" harus")]
    [InlineData("code,name,short_name,category", "uji baris 1: kolom \"code,name,short_name,category\" tidak dikenal")]
    [InlineData("code;name;short_name;category\nA;\"A;B;pendidikan", "uji baris 2: tanda kutip tidak ditutup")]
    [InlineData("", "uji kosong")]
    public void A_wrong_line_is_named_with_its_value(string text, string sentence)
        => Assert.StartsWith(sentence, Assert.Throws<OperatorException>(() => SkpdTable.Parse("uji", text, categories)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_that_is_absent_changes_nothing_and_an_empty_one_clears()
    {
        var entry = Assert.Single(SkpdTable.Parse("uji", "code;name;short_name;category;head;exempt\nA;A;B;pendidikan;;\n", categories));
        Assert.Equal(["name", "short_name", "category", "head"], entry.Values.Select(each => each.Field.Column));
        Assert.Null(entry.Values[^1].Value);
    }
}
