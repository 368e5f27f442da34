using KominfoBot.Bot.Posting;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Teks;

/// <summary>Reminders: short, never blaming, with the number that is missing and the time that is left.</summary>
public static class PengingatTeks
{
    private const int Named = 40;

    /// <summary>To the admins of an SKPD that has sent nothing, or too little.</summary>
    public static StyledText KepadaAdmin(WeekStanding standing, OfficeTime office, DateTimeOffset now)
    {
        var returned = standing.Items.Where(item => item.Credit == Credit.Returned).Select(item => item.Item.Number).ToList();
        var hint = returned.Count == 0 ? "" : ChatText.Line($" Naskah {string.Join(", ", returned)} dikembalikan dan dapat dikirim lagi setelah diperbaiki.");
        return standing.IsSilent
            ? ChatText.Of($"Pekan ini <b>{standing.Skpd.ShortName}</b> belum mengirim berita (perlu {standing.Required}, {Sisa(standing.Week, office, now)}).{hint}")
            : ChatText.Of($"Pekan ini <b>{standing.Skpd.ShortName}</b>: {RekapTeks.Titik(standing)} ({RekapTeks.Rincian(standing)}). Kurang {standing.Required - standing.Counted - standing.Provisional} lagi, {Sisa(standing.Week, office, now)}.{hint}");
    }

    /// <summary>To the head of the SKPD.</summary>
    public static StyledText KepadaKepala(WeekStanding standing, OfficeTime office, DateTimeOffset now)
        => ChatText.Of($"Bapak/Ibu, pekan ini <b>{standing.Skpd.ShortName}</b> baru mengirim {standing.Counted + standing.Provisional} dari {standing.Required} berita ({Sisa(standing.Week, office, now)}). Mohon dukungannya agar adminnya dapat melengkapi.");

    /// <summary>To Kabid: all of them at once.</summary>
    public static StyledText KepadaKabid(IsoWeek week, IReadOnlyList<WeekStanding> standings)
    {
        var due = standings.Count(standing => standing.Obligation == Obligation.Due);
        var missing = standings.Where(standing => standing.Verdict == Verdict.Missed).OrderBy(standing => standing.Counted + standing.Provisional).ToList();
        var text = ChatText.Of($"<b>Belum cukup pekan ini</b> ({RekapTeks.Rentang(week)}): {missing.Count} dari {due} SKPD.\n{Daftar([.. missing.Select(standing => $"{standing.Skpd.ShortName} {standing.Counted + standing.Provisional}/{standing.Required}")])}");
        var without = standings.Where(standing => standing.Obligation == Obligation.NoAdmin).Select(standing => standing.Skpd.ShortName).ToList();
        return without.Count == 0 ? text : ChatText.Of($"{text}\nBelum ada admin: {Daftar(without)}");
    }

    /// <summary>To AdminPortal and Kabid.</summary>
    public static StyledText LamaDiam(Dormant dormant, int weeks)
    {
        var text = ChatText.Of($"<b>{weeks} pekan terakhir tanpa kiriman</b>");
        if (!dormant.Skpds.IsEmpty) text = ChatText.Of($"{text}\nSKPD: {Daftar(dormant.Skpds)}");
        if (!dormant.Admins.IsEmpty) text = ChatText.Of($"{text}\nAdmin (rekannya masih mengirim): {Daftar(dormant.Admins)}");
        return ChatText.Of($"{text}\nBarangkali perlu dihubungi, atau adminnya diganti lewat /anggota.");
    }

    /// <summary>"sampai Minggu 24.00, 3 hari lagi".</summary>
    private static string Sisa(IsoWeek week, OfficeTime office, DateTimeOffset now)
        => (week.Sunday.DayNumber - office.Today(now).DayNumber) switch
        {
            > 0 and var days => ChatText.Line($"sampai Minggu 24.00, {days} hari lagi"),
            _ => ChatText.Line($"sampai malam ini pukul 24.00"),
        };

    internal static string Daftar(IReadOnlyCollection<string> names) => names.Count <= Named ? string.Join(", ", names) : ChatText.Line($"{string.Join(", ", names.Take(Named))}, dan {names.Count - Named} lainnya");
}
