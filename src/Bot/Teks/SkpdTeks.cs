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
        "name" => "Nama",
        "short_name" => "Nama pendek",
        "category" => "Kategori bawaan",
        "head" => "Kepala",
        "address" => "Alamat",
        "phone" => "Telepon",
        "site" => "Situs",
        "feed" => "Umpan situs",
        "exempt" => "Bebas kewajiban berita",
        "head_approves" => "Perlu persetujuan kepala",
        "active" => "Aktif",
        _ => field.Column,
    };

    /// <summary>A switch's button: what it is now.</summary>
    public static string Saklar(SkpdField field, Skpd skpd) => field.Column == SkpdField.Active ? "Buka kembali SKPD ini" : $"{Nama(field)}: {field.Get(skpd)}";

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
        SkpdFieldFault.Missing => $"{Nama(field)} tidak boleh kosong.",
        SkpdFieldFault.TooLong => $"{Nama(field)} terlalu panjang ({typed.Length} karakter, batas {field.Limit}). Mohon dipersingkat.",
        SkpdFieldFault.NotAnAddress => $"“{ChatText.Cut(typed, LongestValue)}” bukan alamat lengkap. Mohon awali dengan https://, misalnya https://disdik.contoh.go.id",
        SkpdFieldFault.NoSuchCategory => "Kategori itu tidak ada. Mohon pilih dengan tombol.",
        _ => "Mohon jawab ya atau tidak.",
    });

    public static StyledText TutupYakin(Skpd skpd) => ChatText.Of($"Tutup <b>{skpd.Name}</b>? SKPD ini tidak lagi dihitung dan tidak dapat diundang; beritanya tetap ada. Dapat dibuka kembali kapan saja.");

    public static StyledText TanyaKode() => StyledText.Plain("Kode SKPD barunya? Huruf besar, angka, dan tanda hubung, misalnya DISPORA. Kode menjadi bagian nomor berita dan tidak dapat diubah lagi.");

    public static StyledText KodeKeliru(string typed) => ChatText.Of($"“{ChatText.Cut(typed, LongestValue)}” bukan kode. Pakai huruf A-Z, angka, atau tanda hubung, paling panjang 30, misalnya DISPORA.");

    public static StyledText KodeTerpakai(string code) => ChatText.Of($"Kode {code} sudah dipakai. Mohon tulis kode lain.");

    public static StyledText TanyaNamaBaru() => StyledText.Plain("Nama lengkapnya?");

    public static StyledText TanyaNamaPendek() => StyledText.Plain("Nama pendeknya, seperti di tombol dan kartu? (paling panjang 40 karakter)");

    public static StyledText TanpaAdmin(IReadOnlyList<SkpdWithoutAdmin> shown, int count, string page, DateTimeOffset now)
    {
        if (count == 0) return StyledText.Plain("Semua SKPD aktif sudah punya admin.");
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
        { Invitation: { } invitation } when invitation.ExpiresAt > now => $"diundang {Saat.Lalu(invitation.CreatedAt, now)}, belum dijawab",
        { Invitation: { } invitation } => $"undangan {Saat.Lalu(invitation.CreatedAt, now)} sudah kedaluwarsa",
        { HadOne: true } => "admin terdahulu sudah berakhir",
        _ => "belum diundang",
    };

    public static StyledText Unduhan() => StyledText.Plain("Daftar SKPD. Buka dengan Excel, ubah, simpan sebagai “CSV UTF-8”, lalu kirim lewat Impor CSV di /skpd.");

    public static StyledText MintaCsv() => StyledText.Plain("Kirim berkas CSV-nya (pemisah titik koma, UTF-8). Kolom wajib: code, name, short_name, category. SKPD yang tidak ada di berkas tidak berubah. Perubahannya saya tunjukkan dahulu.");

    public static StyledText CsvKeliru(string why) => ChatText.Of($"Belum ada yang diubah. {why} Mohon perbaiki, lalu kirim lagi.");

    public static StyledText SudahSama(int count) => StyledText.Plain($"{count} baris dibaca; semuanya sudah sama dengan daftar. Tidak ada yang berubah.");

    public static StyledText Pratinjau(IReadOnlyList<SkpdChange> changes, int read, int spelled)
    {
        var text = ChatText.Of($"<b>{read} baris dibaca: {changes.Count(each => each.IsNew)} baru, {changes.Count(each => !each.IsNew)} berubah.</b>");
        foreach (var change in changes.Take(spelled))
        {
            var what = change.IsNew
                ? $"baru, {change.Fields.FirstOrDefault(each => each.Field.Column == "name").After}"
                : string.Join("; ", change.Fields.Select(each => $"{Nama(each.Field)}: {Nilai(each.Before)} → {Nilai(each.After)}"));
            text = ChatText.Of($"{text}\n<b>{change.Code}</b> {ChatText.Cut(what, 200)}");
        }
        if (changes.Count > spelled) text = ChatText.Of($"{text}\n… dan {changes.Count - spelled} lagi");
        return ChatText.Of($"{text}\nTerapkan?");
    }

    public static StyledText Terimpor(IReadOnlyList<SkpdChange> changes) => StyledText.Plain($"Selesai: {changes.Count(each => each.IsNew)} SKPD baru, {changes.Count(each => !each.IsNew)} berubah.");

    /// <summary>The same for the command line.</summary>
    public static string Baris(IReadOnlyList<SkpdChange> changes, int read, bool applied)
    {
        var lines = changes.Select(change => $"{change.Code}: {(change.IsNew ? "baru, " : "")}{string.Join("; ", change.Fields.Select(each => $"{Nama(each.Field)}: {Nilai(each.Before)} → {Nilai(each.After)}"))}");
        var head = $"{read} baris dibaca: {changes.Count(each => each.IsNew)} SKPD baru, {changes.Count(each => !each.IsNew)} berubah.";
        var end = changes.Count == 0 ? "Tidak ada yang perlu diubah." : applied ? "Sudah diterapkan." : "Belum diterapkan; jalankan lagi dengan --yes.";
        return string.Join('\n', [head, .. lines, end]);
    }

    private static string Nilai(string? value) => value is null ? "kosong" : ChatText.Cut(value, LongestValue);
}
