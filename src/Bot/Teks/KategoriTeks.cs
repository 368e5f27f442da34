using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal reads about the kinds of news.</summary>
public static class KategoriTeks
{
    public static StyledText Daftar(int count, string page) => ChatText.Of($"<b>Kategori</b> · {count}{page}\nUrutannya sama dengan urutan tombol saat menulis berita.");

    public static StyledText Satu(Category category, int place, int count) => ChatText.Of($"<b>{category.Name}</b>\nUrutan {place} dari {count} · kode {category.Code} (tetap, karena dipakai alamat umpan)");

    public static StyledText TanyaNama(string name) => ChatText.Of($"Nama baru untuk kategori <b>{name}</b>?");

    public static StyledText TanyaBaru() => ChatText.Of($"Nama kategori barunya? (paling panjang {CategoryDesk.LongestName} karakter)");

    public static StyledText TidakBisa(string name) => ChatText.Of($"“{name}” tidak dapat dipakai: nama itu sudah ada, atau tidak memuat huruf. Mohon tulis nama lain.");
}
