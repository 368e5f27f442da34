using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal reads in the register of SKPDs.</summary>
public static class SkpdTeks
{
    /// <summary>Up to here a value is spelled out in a preview.</summary>
    private const int LongestValue = 60;

    public static string Nama(SkpdField field) => field.Column switch
    {
        "name" => ChatText.Line($"Nama"),
        "short_name" => ChatText.Line($"Nama pendek"),
        "category" => ChatText.Line($"Kategori bawaan"),
        "head" => ChatText.Line($"Kepala"),
        "address" => ChatText.Line($"Alamat"),
        "phone" => ChatText.Line($"Telepon"),
        "site" => ChatText.Line($"Situs"),
        "feed" => ChatText.Line($"Umpan situs"),
        "exempt" => ChatText.Line($"Bebas kewajiban berita"),
        "head_approves" => ChatText.Line($"Perlu persetujuan kepala"),
        "active" => ChatText.Line($"Aktif"),
        _ => field.Column,
    };

    /// <summary>A switch's button: what it is now.</summary>
    public static string Saklar(SkpdField field, Skpd skpd) => field.Column == SkpdField.Active ? ChatText.Line($"Buka kembali SKPD ini") : $"{Nama(field)}: {field.Get(skpd)}";

    public static StyledText Daftar(int count, string? search, string page) => search is null
        ? ChatText.Of($"<b>SKPD</b> · {count}{page}\nPilih, atau ketik sebagian nama atau kodenya.")
        : count == 0
            ? ChatText.Of($"Tidak ada SKPD yang cocok dengan “{ChatText.Cut(search, 40)}”. Ketik kata lain, atau /skpd untuk semuanya.")
            : ChatText.Of($"<b>SKPD</b> “{ChatText.Cut(search, 40)}” · {count}{page}");

    public static StyledText Satu(Skpd skpd, string? category, IReadOnlyList<string> admins, IReadOnlyList<string> heads)
    {
        var text = ChatText.Of($"<b>{skpd.Name}</b>{(skpd.Active ? "" : " (ditutup)")}\nKode {skpd.Code} · {skpd.ShortName}\nKategori bawaan: {category ?? "belum ada"}");
        foreach (var field in SkpdField.All.Where(field => field.Kind is SkpdFieldKind.Text or SkpdFieldKind.Address)) text = ChatText.Of($"{text}\n{Nama(field)}: {field.Get(skpd) ?? "belum diisi"}");
        foreach (var field in SkpdField.All.Where(field => field.Kind == SkpdFieldKind.YesNo && field.Column != SkpdField.Active)) text = ChatText.Of($"{text}\n{Nama(field)}: {field.Get(skpd)}");
        text = ChatText.Of($"{text}\nAdmin: {(admins.Count == 0 ? "belum ada" : string.Join(", ", admins))}{(admins.Count == 1 ? " (dianjurkan dua)" : "")}");
        return heads.Count == 0 ? text : ChatText.Of($"{text}\nKepala di bot: {string.Join(", ", heads)}");
    }

    public static StyledText Tanya(SkpdField field, Skpd skpd)
        => ChatText.Of($"<b>{Nama(field)}</b> untuk {skpd.ShortName}?{(field.Get(skpd) is { } now ? $" Sekarang: {now}" : "")}");

    public static StyledText Keliru(SkpdFieldFault fault, SkpdField field, string typed) => StyledText.Plain(fault switch
    {
        SkpdFieldFault.Missing => ChatText.Line($"{Nama(field)} tidak boleh kosong."),
        SkpdFieldFault.TooLong => ChatText.Line($"{Nama(field)} terlalu panjang ({typed.Length} karakter, batas {field.Limit}). Mohon dipersingkat."),
        SkpdFieldFault.NotAnAddress => ChatText.Line($"“{ChatText.Cut(typed, LongestValue)}” bukan alamat lengkap. Mohon awali dengan https://, misalnya https://disdik.contoh.go.id"),
        SkpdFieldFault.NoSuchCategory => ChatText.Line($"Kategori itu tidak ada. Mohon pilih dengan tombol."),
        _ => ChatText.Line($"Mohon jawab ya atau tidak."),
    });

    public static StyledText TutupYakin(Skpd skpd) => ChatText.Of($"Tutup <b>{skpd.Name}</b>? SKPD ini tidak lagi dihitung dan tidak dapat diundang; beritanya tetap ada. Dapat dibuka kembali kapan saja.");

    public static StyledText TanyaKode() => ChatText.Of($"Kode SKPD barunya? Huruf besar, angka, dan tanda hubung, misalnya DISPORA. Kode menjadi bagian nomor berita dan tidak dapat diubah lagi.");

    public static StyledText KodeKeliru(string typed) => ChatText.Of($"“{ChatText.Cut(typed, LongestValue)}” bukan kode. Pakai huruf A-Z, angka, atau tanda hubung, paling panjang 30, misalnya DISPORA.");

    public static StyledText KodeTerpakai(string code) => ChatText.Of($"Kode {code} sudah dipakai. Mohon tulis kode lain.");

    public static StyledText TanyaNamaBaru() => ChatText.Of($"Nama lengkapnya?");

    public static StyledText TanyaNamaPendek() => ChatText.Of($"Nama pendeknya, seperti di tombol dan kartu? (paling panjang 40 karakter)");

    public static StyledText TanpaAdmin(IReadOnlyList<SkpdWithoutAdmin> shown, int count, string page, DateTimeOffset now)
    {
        if (count == 0) return ChatText.Of($"Semua SKPD aktif sudah punya admin.");
        var text = ChatText.Of($"<b>{count} SKPD belum ada admin</b>{page}");
        foreach (var each in shown) text = ChatText.Of($"{text}\n{each.Skpd.ShortName}: {Keadaan(each, now)}");
        return text;
    }

    public static StyledText Pengingat(IReadOnlyList<SkpdWithoutAdmin> named, int count, DateTimeOffset now)
    {
        var text = ChatText.Of($"<b>{count} SKPD belum ada admin.</b> Mohon diingatkan agar kepala SKPD menunjuk petugasnya.");
        foreach (var each in named) text = ChatText.Of($"{text}\n{each.Skpd.ShortName}: {Keadaan(each, now)}");
        return count > named.Count ? ChatText.Of($"{text}\n… dan {count - named.Count} lagi") : text;
    }

    public static StyledText PengingatKepala(Skpd skpd)
        => ChatText.Of($"<b>{skpd.ShortName}</b> belum punya admin berita. Mohon Bapak/Ibu menunjuk petugas dan menyampaikan suratnya kepada Dinas Kominfo; undangannya kami kirimkan.");

    public static string Keadaan(SkpdWithoutAdmin each, DateTimeOffset now) => each switch
    {
        { Invitation: { } invitation } when invitation.ExpiresAt > now => ChatText.Line($"diundang {Saat.Lalu(invitation.CreatedAt, now)}, belum dijawab"),
        { Invitation: { } invitation } => ChatText.Line($"undangan {Saat.Lalu(invitation.CreatedAt, now)} sudah kedaluwarsa"),
        { HadOne: true } => ChatText.Line($"admin terdahulu sudah berakhir"),
        _ => ChatText.Line($"belum diundang"),
    };

    public static StyledText Unduhan() => ChatText.Of($"Daftar SKPD. Buka dengan Excel, ubah, simpan sebagai “CSV UTF-8”, lalu kirim lewat Impor CSV di /skpd.");

    public static StyledText MintaCsv() => ChatText.Of($"Kirim berkas CSV-nya (pemisah titik koma, UTF-8). Kolom wajib: code, name, short_name, category. SKPD yang tidak ada di berkas tidak berubah. Perubahannya saya tunjukkan dahulu.");

    public static StyledText CsvKeliru(string why) => ChatText.Of($"Belum ada yang diubah. {why} Mohon perbaiki, lalu kirim lagi.");

    public static StyledText SudahSama(int count) => ChatText.Of($"{count} baris dibaca; semuanya sudah sama dengan daftar. Tidak ada yang berubah.");

    public static StyledText Pratinjau(IReadOnlyList<SkpdChange> changes, int read, int spelled)
    {
        var text = ChatText.Of($"<b>{read} baris dibaca: {changes.Count(each => each.IsNew)} baru, {changes.Count(each => !each.IsNew)} berubah.</b>");
        foreach (var change in changes.Take(spelled))
        {
            var what = change.IsNew
                ? ChatText.Line($"baru, {change.Fields.FirstOrDefault(each => each.Field.Column == "name").After}")
                : string.Join("; ", change.Fields.Select(each => $"{Nama(each.Field)}: {Nilai(each.Before)} → {Nilai(each.After)}"));
            text = ChatText.Of($"{text}\n<b>{change.Code}</b> {ChatText.Cut(what, 200)}");
        }
        if (changes.Count > spelled) text = ChatText.Of($"{text}\n… dan {changes.Count - spelled} lagi");
        return ChatText.Of($"{text}\nTerapkan?");
    }

    public static StyledText Terimpor(IReadOnlyList<SkpdChange> changes) => ChatText.Of($"Selesai: {changes.Count(each => each.IsNew)} SKPD baru, {changes.Count(each => !each.IsNew)} berubah.");

    /// <summary>The same for the command line.</summary>
    public static string Baris(IReadOnlyList<SkpdChange> changes, int read, bool applied)
    {
        var lines = changes.Select(change => $"{change.Code}: {(change.IsNew ? "baru, " : "")}{string.Join("; ", change.Fields.Select(each => $"{Nama(each.Field)}: {Nilai(each.Before)} → {Nilai(each.After)}"))}");
        var head = $"{read} baris dibaca: {changes.Count(each => each.IsNew)} SKPD baru, {changes.Count(each => !each.IsNew)} berubah.";
        var end = changes.Count == 0 ? ChatText.Line($"Tidak ada yang perlu diubah.") : applied ? ChatText.Line($"Sudah diterapkan.") : ChatText.Line($"Belum diterapkan; jalankan lagi dengan --yes.");
        return string.Join('\n', [head, .. lines, end]);
    }

    private static string Nilai(string? value) => value is null ? ChatText.Line($"kosong") : ChatText.Cut(value, LongestValue);
}
