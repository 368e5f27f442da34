using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>Greetings, help, and what is said to what does not fit.</summary>
public static class ObrolanTeks
{
    public static StyledText Selamat(string name, IEnumerable<HeldRole> roles, string office)
        => ChatText.Of($"Selamat datang, <b>{name}</b>. Anda terdaftar sebagai <b>{string.Join(", ", roles.Select(Jabatan.Nama))}</b> di KominfoBot {office}.\n\n{Tugas(roles)}");

    public static StyledText Terdaftar(string name, HeldRole role, string office)
        => ChatText.Of($"Terima kasih, <b>{name}</b>. Anda sekarang terdaftar sebagai <b>{Jabatan.Nama(role)}</b> di KominfoBot {office}.\n\n{Tugas([role])}");

    public static StyledText BelumTerdaftar(string office)
        => ChatText.Of($"KominfoBot {office} untuk petugas yang diundang. Mohon minta tautan undangan kepada Dinas Kominfo, lalu buka tautan itu di sini.");

    public static string KodeSalah(Redemption result) => result switch
    {
        Redemption.Unknown => ChatText.Line($"Kode undangan ini tidak dikenal. Mohon periksa tautannya, atau minta yang baru kepada Dinas Kominfo."),
        Redemption.Expired => ChatText.Line($"Undangan ini sudah kedaluwarsa. Mohon minta yang baru kepada Dinas Kominfo."),
        Redemption.Used => ChatText.Line($"Undangan ini sudah dipakai; satu undangan untuk satu orang. Mohon minta yang baru kepada Dinas Kominfo."),
        Redemption.TooManyAttempts => ChatText.Line($"Terlalu banyak kode yang salah. Mohon coba lagi satu jam lagi."),
        Redemption.AlreadyHeld => ChatText.Line($"Anda sudah terdaftar untuk peran itu. Undangannya tetap berlaku untuk orang lain."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A result without a sentence."),
    };

    public static StyledText Bantuan(Actor actor, string office)
    {
        var text = ChatText.Of($"<b>KominfoBot {office}</b>\n{Tugas(actor.Roles)}\n\n<b>Perintah</b>\n");
        return ChatText.Of($"{text}{string.Join("\n", Perintah.For(actor).Select(command => $"/{command.Command} — {command.Description}"))}");
    }

    public const string NaskahTidakAda = "Naskah ini sudah tidak ada.";

    public const string TombolChatLain = "Tombol ini hanya berlaku di chat pribadi Anda dengan bot.";

    public const string NaskahOrangLain = "Naskah ini milik SKPD lain atau sudah tidak ada.";

    /// <summary>The answer to a press that nothing belongs to any more.</summary>
    public static string TombolLama(string next) => ChatText.Line($"Tombol ini sudah tidak berlaku. {next}");

    public static StyledText Dibatalkan() => ChatText.Of($"Baik, dibatalkan.");

    public static StyledText TidakAdaYangDibatalkan() => ChatText.Of($"Tidak ada yang sedang berjalan.");

    public static StyledText PakaiTombol() => ChatText.Of($"Silakan gunakan tombol di bawah pratinjau, atau mulai berita baru.");

    public static StyledText MauMenulis() => ChatText.Of($"Ingin menulis berita? Tekan tombol di bawah, atau kirim langsung foto beserta teks beritanya.");

    public static StyledText BukanTugasnya(string command, Actor actor)
        => ChatText.Of($"/{command} bukan untuk {string.Join(", ", actor.Roles.Select(held => Jabatan.Nama(held.Role)).Distinct())}. Yang dapat Anda pakai: {string.Join(" ", Perintah.For(actor).Select(each => $"/{each.Command}"))}");

    public static StyledText TidakKenalPerintah(string command, Actor actor)
        => ChatText.Of($"Perintah /{command} tidak ada. Yang dapat Anda pakai: {string.Join(" ", Perintah.For(actor).Select(each => $"/{each.Command}"))}");

    public static StyledText HanyaTeksDanFoto() => ChatText.Of($"Maaf, untuk berita saya hanya menerima teks, foto (JPEG, PNG, atau WebP), dan dokumen Word (.docx).");

    /// <summary>To somebody who does not write, after a text or photo that leads nowhere.</summary>
    public static StyledText CukupTombol(Actor actor) => StyledText.Plain(actor.Holds(Role.Kabid) || actor.Holds(Role.Kadis)
        ? ChatText.Line($"Gunakan tombol pada kartu naskah. Untuk melihat yang menunggu: /antrean")
        : ChatText.Line($"Menulis berita adalah tugas admin SKPD. Yang dapat Anda lakukan: /bantuan"));

    public static StyledText TerlaluBanyakDraf(int limit, string whose) => ChatText.Of($"Sudah {limit} draf {whose} dalam satu jam, batasnya {limit}. Mohon lanjutkan draf yang ada lewat /draf, atau coba lagi nanti.");

    public static StyledText HanyaChatPribadi() => ChatText.Of($"Mohon chat saya secara pribadi; di grup saya tidak bekerja.");

    public static StyledText Gangguan() => ChatText.Of($"Maaf, pesan ini belum dapat saya proses. Mohon kirim sekali lagi; pengelola sudah diberi tahu.");

    public static StyledText LaporGangguan(long updateId, string kind) => ChatText.Of($"⚠ Satu pesan masuk gagal diproses (update {updateId}, {kind}). Pengirim sudah diminta mengulang; rinciannya di log.");

    public static StyledText SempatTerputus() => ChatText.Of($"Sempat terputus; bila tadi menekan tombol, mohon tekan sekali lagi.");

    public static StyledText KirimanHilang(OfficeTime office, DateTimeOffset from, DateTimeOffset until)
        => ChatText.Of($"⚠ KominfoBot sempat mati lebih dari 24 jam, dan Telegram tidak menyimpan kiriman selama itu. Yang dikirim dari {office.Tanggal(from)} sampai {office.Tanggal(until)} tidak sampai di sini; mohon minta pengirimnya mengulang.");

    public static StyledText TidakTerhubungi(string name, string roles) => ChatText.Of($"⚠ <b>{name}</b> ({roles}) tidak dapat saya hubungi: bot diblokir atau akunnya tidak aktif. Mohon minta yang bersangkutan membuka bot ini dan menekan Start.");

    public static StyledText TanpaPeninjau(string role, int waiting) => ChatText.Of($"⚠ Tidak ada {role} yang dapat dihubungi; {waiting} naskah menunggu. Mohon Dinas Kominfo menugaskan atau menghubungi {role}.");

    private static string Tugas(IEnumerable<HeldRole> roles) => string.Join("\n", roles.Select(held => held.Role).Distinct().Select(role => role switch
    {
        Role.AdminSkpd => ChatText.Line($"Tulis berita SKPD Anda dengan /tulis, atau kirim langsung foto beserta teksnya."),
        Role.Kabid => ChatText.Line($"Naskah yang perlu dievaluasi datang ke sini sebagai kartu; Anda menyetujui, mengembalikan, atau menolaknya."),
        Role.Kadis => ChatText.Line($"Naskah yang lolos evaluasi datang ke sini; dengan Setujui, berita langsung terbit di portal."),
        Role.AdminPortal => ChatText.Line($"Anda mengundang dan mengelola petugas dengan /undang."),
        Role.Koordinator => ChatText.Line($"Anda membaca semua berita yang dikirim dan menerima rekap."),
        Role.Anggota => ChatText.Line($"Anda membantu mengevaluasi naskah."),
        Role.KepalaSkpd => ChatText.Line($"Anda menerima kabar tentang berita SKPD Anda."),
        _ => "",
    }));
}
