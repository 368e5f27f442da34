using System.Globalization;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Papers;

/// <summary>Whose paper it is, as it stands on top of every one.</summary>
/// <param name="Regency">E.g. "Kabupaten Lima Puluh Kota".</param>
/// <param name="Agency">E.g. "Dinas Komunikasi dan Informatika".</param>
/// <param name="Address">Address, telephone and site, as far as the register of SKPDs has them.</param>
public sealed record Letterhead(string Regency, string Agency, string Address)
{
    /// <summary>Reads the office's own entry in the register.</summary>
    public static async Task<Letterhead> Of(NewsroomDb db, OfficeOptions office, string publicBase, CancellationToken cancel)
    {
        var own = await db.Skpds.AsNoTracking().Where(skpd => skpd.Name == office.Agency).Select(skpd => new { skpd.Address, skpd.Phone, skpd.SiteUrl }).FirstOrDefaultAsync(cancel);
        string?[] parts = [own?.Address, own?.Phone is { Length: > 0 } phone ? $"Telepon {phone}" : null, WithoutScheme(own?.SiteUrl ?? publicBase)];
        return new Letterhead(office.Name, office.Agency, string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part))));
    }

    internal void Draw(Paper paper)
    {
        const double middle = Paper.Width / 2;
        var regency = Upper(Regency.StartsWith("Pemerintah ", StringComparison.OrdinalIgnoreCase) ? Regency : $"Pemerintah {Regency}");
        paper.Text(middle, paper.Y + 13, Fitting(paper, regency, 13), Fit(paper, regency, 13), anchor: Anchor.Middle);
        paper.Text(middle, paper.Y + 31, Fitting(paper, Upper(Agency), 16), Fit(paper, Upper(Agency), 16), bold: true, anchor: Anchor.Middle);
        paper.Y += 36;
        foreach (var line in paper.Lines(Address, 8.5, false, Paper.Inside, 2))
        {
            paper.Text(middle, paper.Y + 9, line, 8.5, fill: Paper.Grey, anchor: Anchor.Middle);
            paper.Y += 11;
        }
        paper.Y += 5;
        paper.Line(Paper.Left, paper.Y, Paper.Right, paper.Y, 2, Paper.Ink);
        paper.Line(Paper.Left, paper.Y + 2.6, Paper.Right, paper.Y + 2.6, 0.7, Paper.Ink);
        paper.Y += 8;
    }

    /// <summary>What stands at the foot of every sheet of the office.</summary>
    internal static void Foot(Paper sheet, string number, OfficeTime office, DateTimeOffset at, int page, int of)
    {
        sheet.Line(Paper.Left, Paper.Bottom + 14, Paper.Right, Paper.Bottom + 14);
        sheet.Text(Paper.Left, Paper.Bottom + 26, KertasTeks.Kaki(number, office, at), 7.5, fill: Paper.Grey);
        sheet.Text(Paper.Right, Paper.Bottom + 26, KertasTeks.Halaman(page, of), 7.5, fill: Paper.Grey, anchor: Anchor.End);
    }

    /// <summary>A long name is set smaller, to half the size; then it is cut.</summary>
    private static double Fit(Paper paper, string text, double size) => Math.Max(size / 2, Math.Min(size, size * Paper.Inside / Math.Max(1, paper.Measure(text, size, bold: true))));

    private static string Fitting(Paper paper, string text, double size) => paper.Lines(text, Fit(paper, text, size), true, Paper.Inside + 1, 1)[0];

    private static string Upper(string text) => text.ToUpper(CultureInfo.GetCultureInfo("id-ID"));

    private static string WithoutScheme(string address) => address.Split("://")[^1].TrimEnd('/');
}

/// <summary>Who signs the office's papers now.</summary>
/// <param name="Capacity">"Kepala Dinas Komunikasi dan Informatika", or "Plh. Kepala Dinas …" for who only acts.</param>
/// <param name="Name">Null while nobody holds the office.</param>
/// <param name="Nip">Null while it is not known.</param>
public sealed record Signer(string Capacity, string? Name, string? Nip)
{
    /// <summary>Who acts for the Kadis signs while he acts; else the Kadis, of several the one who has been it for longest.</summary>
    public static async Task<Signer> Of(NewsroomDb db, OfficeOptions office, DateTimeOffset now, CancellationToken cancel)
    {
        var holders = await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel);
        var acting = holders.SelectMany(member => member.Delegations.Where(each => each.HoldsAt(now)), (member, each) => (Member: member, each.Kind)).OrderBy(each => each.Member.Id).FirstOrDefault();
        if (acting.Member is { } stand) return new Signer($"{acting.Kind}. Kepala {office.Agency}", stand.DisplayName, stand.Nip);
        var kadis = holders.OrderBy(member => member.Appointments.Where(held => held.Role == Role.Kadis && held.HoldsAt(now)).Select(held => held.From).DefaultIfEmpty(DateTimeOffset.MaxValue).Min()).FirstOrDefault();
        return new Signer($"Kepala {office.Agency}", kadis?.DisplayName, kadis?.Nip);
    }

    /// <summary>On the right, below what was said; never torn from its last line.</summary>
    /// <param name="date">E.g. "23 November 2026".</param>
    internal void Draw(Paper paper, string date)
    {
        const double x = Paper.Right - 210;
        paper.Room(132);
        paper.Y += 24;
        paper.Text(x, paper.Y, date, 9.5);
        paper.Y += 4;
        paper.Paragraph($"{Capacity},", 9.5, x: x, width: 210, most: 3);
        paper.Y += 52;
        var name = paper.Lines(Name ?? "", 9.5, true, 210, 1)[0];
        paper.Text(x, paper.Y, name, 9.5, bold: true);
        paper.Line(x, paper.Y + 2.2, x + (name.Length == 0 ? 190 : Math.Min(210, paper.Measure(name, 9.5, bold: true))), paper.Y + 2.2, 0.7, Paper.Ink);
        if (Nip is { Length: > 0 } nip) paper.Text(x, paper.Y + 13.5, $"NIP {Grouped(nip)}", 9.5);
        paper.Y += 18;
    }

    /// <summary>18 digits as they are written: born, appointed, sex, number.</summary>
    private static string Grouped(string nip) => nip.Length == 18 && nip.All(char.IsAsciiDigit) ? $"{nip[..8]} {nip[8..14]} {nip[14]} {nip[15..]}" : nip;
}
