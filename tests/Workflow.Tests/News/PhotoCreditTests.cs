using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Tests.News;

public sealed class PhotoCreditTests
{
    [Theory]
    [InlineData("Petugas merekam KTP warga. (Foto: Rina Marlina)", "Petugas merekam KTP warga.", "Rina Marlina")]
    [InlineData("Warga antre di balai nagari (Dok. Disdik)", "Warga antre di balai nagari", "Disdik")]
    [InlineData("Warga antre. Foto: Humas Polres.", "Warga antre.", "Humas Polres")]
    [InlineData("[dokumentasi: BPBD]", null, "BPBD")]
    [InlineData("Foto: Dinas Kominfo", null, "Dinas Kominfo")]
    [InlineData("Foto bersama seusai acara", "Foto bersama seusai acara", null)]
    [InlineData("Warga melihat foto: sebuah kenangan lama dari tahun 1950. Lalu pulang.", "Warga melihat foto: sebuah kenangan lama dari tahun 1950. Lalu pulang.", null)]
    [InlineData("Penyerahan dokumen (foto)", "Penyerahan dokumen (foto)", null)]
    [InlineData(null, null, null)]
    public void Stands_behind_the_caption(string? typed, string? caption, string? credit) => Assert.Equal((caption, credit), PhotoCredit.Split(typed));
}
