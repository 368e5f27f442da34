using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal reads in the register of people, and what people hear about their roles.</summary>
public static class AnggotaTeks
{
    public const string PelatihanBelum = "Tanggal pelatihan itu belum tiba. Mohon tulis hari ini atau sebelumnya.";

    public const string Dicabut = "Peran dicabut.";

    public static StyledText Daftar(int count, string? search, string page) => search is null
        ? ChatText.Of($"<b>Petugas</b> · {count} orang{page}\nPilih, atau ketik nama, NIP, atau kode SKPD.")
        : count == 0
            ? ChatText.Of($"Tidak ada petugas yang cocok dengan “{ChatText.Cut(search, 40)}”. Ketik kata lain, atau /anggota untuk semuanya.")
            : ChatText.Of($"<b>Petugas</b> “{ChatText.Cut(search, 40)}” · {count} orang{page}");

    public static StyledText Satu(OfficeTime office, Member member, IReadOnlyDictionary<long, string> names, DateTimeOffset now)
    {
        var text = ChatText.Of($"<b>{member.DisplayName}</b>{(member.OfficialName is null ? " (nama akun Telegram; nama resmi belum ada)" : "")}\nNIP: {member.Nip ?? "belum diisi"}\nBergabung {Saat.Pendek(office.Today(member.JoinedAt))} · pelatihan {(member.TrainedOn is { } trained ? Saat.Pendek(trained) : "belum")}\nKontak: {Kontak(member)}");
        foreach (var acting in member.Delegations.Where(each => each.IsOpenAt(now)))
            text = ChatText.Of($"{text}\n<b>{acting.Capacity}</b> sampai {Saat.Pendek(office.LastDay(acting.Until))}, surat {acting.LetterNumber} (atur lewat /delegasi)");
        foreach (var held in member.Appointments.Where(held => held.HoldsAt(now))) text = ChatText.Of($"{text}\n\n{Peran(office, held, names)}");
        var past = member.Appointments.Where(held => !held.HoldsAt(now)).OrderByDescending(held => held.RevokedAt ?? held.Until).Take(5).ToList();
        if (past.Count == 0) return text;
        text = ChatText.Of($"{text}\n\n<i>Sebelumnya</i>");
        foreach (var held in past) text = ChatText.Of($"{text}\n{Jabatan.Nama(new HeldRole(held.Role, held.SkpdCode))}, {Saat.Pendek(office.Today(held.From))} sampai {Saat.Pendek(office.Today(held.RevokedAt ?? held.Until ?? now))}");
        return text;
    }

    /// <summary>The switch of an Anggota's right to endorse.</summary>
    public static string Evaluasi(bool may) => ChatText.Line($"Boleh mengevaluasi: {(may ? "ya" : "tidak")}");

    public static StyledText TanyaNama(string name) => ChatText.Of($"Nama resmi <b>{name}</b>, seperti dalam surat penunjukan?");

    public static StyledText TanyaNip(string name) => ChatText.Of($"NIP <b>{name}</b> (18 angka)?");

    public static StyledText NipKeliru(string typed) => ChatText.Of($"NIP terdiri atas 18 angka; “{ChatText.Cut(typed, 40)}” bukan NIP. Mohon periksa lagi.");

    public static StyledText TanyaPelatihan(string name) => ChatText.Of($"Kapan <b>{name}</b> dilatih? Misalnya 30-11-2026 atau hari ini.");

    public static StyledText TanyaSampai(OfficeTime office, string name, string role, DateTimeOffset? until)
        => ChatText.Of($"Masa tugas <b>{name}</b> sebagai {role} sampai dan termasuk tanggal berapa?{(until is { } end ? $" Sekarang sampai {Saat.Pendek(office.LastDay(end))}." : "")}");

    public static StyledText CabutYakin(string name, string role) => ChatText.Of($"Cabut peran <b>{role}</b> dari <b>{name}</b>? Langsung berlaku; catatannya tetap tersimpan.");

    public static StyledText NonaktifkanYakin(string name, string roles) => ChatText.Of($"Nonaktifkan <b>{name}</b> ({roles})? Semua perannya berakhir sekarang; untuk kembali perlu undangan baru.");

    public static StyledText KabarDicabut(string role) => ChatText.Of($"Peran Anda sebagai <b>{role}</b> sudah berakhir. Bila ini keliru, mohon hubungi Dinas Kominfo.");

    public static StyledText KabarNonaktif() => ChatText.Of($"Keanggotaan Anda di KominfoBot sudah berakhir. Terima kasih atas kerja samanya. Bila ini keliru, mohon hubungi Dinas Kominfo.");

    public static StyledText MasaTugasBerakhir(string role) => ChatText.Of($"Masa tugas Anda sebagai <b>{role}</b> sudah berakhir. Bila seharusnya diperpanjang, mohon hubungi Dinas Kominfo.");

    public static StyledText KabarMasaTugasBerakhir(string name, string role) => ChatText.Of($"Masa tugas <b>{name}</b> sebagai {role} sudah berakhir. Untuk mengangkat lagi: /undang");

    public static StyledText TanyaNamaSendiri() => ChatText.Of($"Nama resmi Anda, seperti dalam surat penunjukan? Nama ini tercatat pada setiap keputusan.");

    public static StyledText NamaYakin(string name) => ChatText.Of($"Nama Anda <b>{name}</b>? Setelah disimpan, hanya Admin Portal yang dapat mengubahnya.");

    public static StyledText NamaTersimpan(string name) => ChatText.Of($"Terima kasih, <b>{name}</b>. Nama sudah tersimpan.");

    public static StyledText NamaSudahAda(string name) => ChatText.Of($"Nama resmi Anda sudah tercatat: <b>{name}</b>. Bila keliru, mohon Admin Portal memperbaikinya.");

    public static string Alasan(PersonnelRefusal refusal) => refusal switch
    {
        PersonnelRefusal.NotYours => ChatText.Line($"Hanya Admin Portal yang dapat mengubah catatan ini."),
        PersonnelRefusal.LastAdminPortal => ChatText.Line($"Ini Admin Portal terakhir; tanpa dia tidak ada yang dapat mengundang petugas. Undang Admin Portal lain dahulu."),
        PersonnelRefusal.Ended => ChatText.Line($"Peran ini sudah berakhir."),
        PersonnelRefusal.Past => ChatText.Line($"Tanggal itu sudah lewat."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    };

    private static string Kontak(Member member) => member switch
    {
        { ChatUserId: null } => ChatText.Line($"akun belum tersambung"),
        { Reachable: false } => ChatText.Line($"tidak dapat dihubungi (bot diblokir)"),
        _ => ChatText.Line($"dapat dihubungi"),
    };

    private static StyledText Peran(OfficeTime office, Appointment held, IReadOnlyDictionary<long, string> names)
    {
        var letter = held.LetterNumber is { } number ? ChatText.Line($"surat {number}{(held.LetterDate is { } date ? $", {Saat.Pendek(date)}" : "")}") : ChatText.Line($"tanpa nomor surat");
        var by = held.AppointedById is { } id && names.TryGetValue(id, out var name) ? ChatText.Line($", diangkat {name}") : "";
        return ChatText.Of($"<b>{Jabatan.Nama(new HeldRole(held.Role, held.SkpdCode))}</b> sejak {Saat.Pendek(office.Today(held.From))}{(held.Until is { } until ? $" sampai {Saat.Pendek(office.LastDay(until))}" : "")}\n{letter}{by}");
    }
}
