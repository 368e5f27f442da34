using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said when somebody stands in for the Kadis.</summary>
public static class DelegasiTeks
{
    public const int PalingLamaHari = 366;

    public static StyledText Daftar(OfficeTime office, IReadOnlyList<(Delegation Acting, string Name, string GivenBy)> open, DateTimeOffset now)
    {
        if (open.Count == 0) return ChatText.Of($"Saat ini tidak ada Plh. atau Plt. Kepala Dinas.");
        var text = ChatText.Of($"<b>Pelaksana Kepala Dinas</b>");
        foreach (var (acting, name, givenBy) in open)
            text = ChatText.Of($"{text}\n<b>{name}</b>, {acting.Capacity}{(acting.From > now ? " (belum mulai)" : "")}\n{Masa(office, acting)}\nSurat {acting.LetterNumber}, ditetapkan {givenBy}");
        return text;
    }

    public static StyledText TanyaSiapa(int count, string page) => StyledText.Plain(count == 0
        ? ChatText.Line($"Tidak ada orang yang cocok. Ketik sebagian namanya, atau undang orangnya dahulu dengan /undang.")
        : ChatText.Line($"Siapa yang menggantikan Kepala Dinas? Pilih, atau ketik sebagian namanya.{page}"));

    public static StyledText TanyaJenis(string name) => ChatText.Of($"<b>{name}</b> sebagai apa?\nPlh.: Kepala Dinas sedang berhalangan. Plt.: jabatannya sedang kosong.");

    public static StyledText TanyaSurat() => ChatText.Of($"Nomor surat penunjukannya?");

    public static StyledText TanyaMulai() => ChatText.Of($"Mulai kapan? Pilih, atau tulis tanggalnya, misalnya 30-11-2026.");

    public static StyledText TanyaSampai(OfficeTime office, DateTimeOffset from) => ChatText.Of($"Sampai dan termasuk tanggal berapa? (mulai {office.Tanggal(from)}) Pilih, atau tulis tanggalnya.");

    public static StyledText TanggalTidakMungkin(string why) => StyledText.Plain(why);

    public const string SebelumHariIni = "Tanggal itu sudah lewat. Mohon tulis hari ini atau sesudahnya.";
    public const string SebelumMulai = "Tanggal akhirnya sebelum tanggal mulai. Mohon tulis tanggal mulai atau sesudahnya.";
    public static readonly string TerlaluLama = ChatText.Line($"Paling lama {PalingLamaHari} hari. Mohon tulis tanggal yang lebih awal; penunjukan dapat diperbarui dengan surat baru.");

    public static StyledText Yakin(OfficeTime office, string name, DelegationOrder order)
        => ChatText.Of($"Tunjuk <b>{name}</b> sebagai <b>{Delegation.CapacityOf(order.Kind)}</b>?\n{Masa(office, order.From, order.Until)}\nSurat {order.LetterNumber}\nSelama itu ia dapat menyetujui terbit; sebutan {order.Kind}. tercatat pada setiap keputusan.");

    public static StyledText Ditetapkan(OfficeTime office, string name, Delegation acting)
        => ChatText.Of($"Tercatat. <b>{name}</b> menjadi {acting.Capacity} {Masa(office, acting)}. Untuk mengakhirinya lebih awal: /delegasi");

    /// <summary>To who acts, when it has begun or been given.</summary>
    public static StyledText Mulai(OfficeTime office, Delegation acting)
        => ChatText.Of($"Anda bertugas sebagai <b>{acting.Capacity}</b> {Masa(office, acting)} (surat {acting.LetterNumber}). Naskah yang lolos evaluasi datang ke sini; dengan Setujui, berita langsung terbit. Naskah yang Anda tulis, sunting, atau evaluasi sendiri harus disetujui orang lain.");

    public static StyledText AkanMulai(OfficeTime office, Delegation acting)
        => ChatText.Of($"Anda ditunjuk sebagai <b>{acting.Capacity}</b> {Masa(office, acting)} (surat {acting.LetterNumber}). Saya kabari begitu mulai.");

    public static StyledText Berakhir(Delegation acting) => ChatText.Of($"Tugas Anda sebagai <b>{acting.Capacity}</b> sudah berakhir. Terima kasih.");

    public static StyledText KabarDitetapkan(OfficeTime office, string name, Delegation acting, string by)
        => ChatText.Of($"<b>{name}</b> ditunjuk sebagai {acting.Capacity} {Masa(office, acting)} (surat {acting.LetterNumber}), oleh {by}.");

    public static StyledText KabarMulai(OfficeTime office, string name, Delegation acting) => ChatText.Of($"<b>{name}</b> mulai bertugas sebagai {acting.Capacity} {Masa(office, acting)}.");

    public static StyledText KabarBerakhir(string name, Delegation acting, string? by)
        => ChatText.Of($"Tugas <b>{name}</b> sebagai {acting.Capacity} sudah berakhir{(by is null ? "" : $", diakhiri oleh {by}")}.");

    public static StyledText AkhiriYakin(string name, Delegation acting) => ChatText.Of($"Akhiri tugas <b>{name}</b> sebagai {acting.Capacity} sekarang?");

    public static StyledText Diakhiri(string name, Delegation acting) => ChatText.Of($"Tugas <b>{name}</b> sebagai {acting.Capacity} diakhiri.");

    public static string Alasan(DelegationRefusal refusal) => refusal switch
    {
        DelegationRefusal.NotYours => ChatText.Line($"Hanya Kadis atau Admin Portal (dengan surat) yang dapat menunjuk Plh. atau Plt."),
        DelegationRefusal.Chain => ChatText.Line($"Anda sendiri bertugas sebagai Plh. atau Plt.; tugas itu tidak dapat dilimpahkan lagi."),
        DelegationRefusal.LetterMissing => ChatText.Line($"Nomor suratnya belum ada. Mulai lagi dengan /delegasi."),
        DelegationRefusal.Self => ChatText.Line($"Anda tidak dapat menunjuk diri sendiri. Mohon Kadis atau Admin Portal lain yang menunjuk."),
        DelegationRefusal.NoMember => ChatText.Line($"Orang itu tidak terdaftar atau tidak punya peran lagi. Undang dahulu dengan /undang."),
        DelegationRefusal.IsKadis => ChatText.Line($"Orang itu sudah Kadis, jadi tidak perlu ditunjuk."),
        DelegationRefusal.WrongTimes => ChatText.Line($"Waktunya sudah lewat. Mulai lagi dengan /delegasi."),
        DelegationRefusal.Overlaps => ChatText.Line($"Pada masa itu sudah ada Plh. atau Plt. lain. Akhiri dahulu yang itu lewat /delegasi."),
        DelegationRefusal.Ended => ChatText.Line($"Penunjukan itu sudah berakhir."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    };

    private static string Masa(OfficeTime office, Delegation acting) => Masa(office, acting.From, acting.Until);

    private static string Masa(OfficeTime office, DateTimeOffset from, DateTimeOffset until) => ChatText.Line($"dari {office.Tanggal(from)} sampai {Saat.Hari(office.LastDay(until))} pukul 24.00");
}
