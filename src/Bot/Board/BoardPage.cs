using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Teks;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Board;

/// <summary>The board as a page: the chosen week, the year of each SKPD, review times and trend. It reads without colours, without a mouse and without scripts.</summary>
public sealed class BoardPage(OfficeTime office, PostingPolicy policy)
{
    private static readonly string styles = BoardEndpoints.AddressOf("papan.css"), script = BoardEndpoints.AddressOf("papan.js");

    private static readonly Verdict[] verdicts = [Verdict.Missed, Verdict.Pending, Verdict.Met, Verdict.NotDue];

    /// <param name="until">When the reader's key runs out.</param>
    public string Draw(BoardView view, BoardFilter filter, DateTimeOffset until)
    {
        var lines = view.Lines.Where(filter.Takes).ToList();
        return Shell(PapanTeks.Judul, Html.Of($"""
            <header class="top"><p class="office">{view.Report.Letterhead.Agency} · {view.Report.Letterhead.Regency}</p><h1>{PapanTeks.Judul}</h1>
            <p class="state" id="keadaan" role="status">{PapanTeks.Keadaan(office, view.ChangedAt)}</p></header>
            {Form(view, filter)}
            <main id="isi" tabindex="-1">
            {Week(view, lines)}
            {Year(view, lines)}
            {BoardCharts.Trend(view.Weeks)}
            {BoardCharts.ReviewTimes(view.Weeks)}
            <p class="note">{KertasTeks.Aturan(policy.MinimumPerWeek, policy.CreditBy == CreditBy.FirstSubmission)}</p>
            </main>
            <footer><p>{PapanTeks.Berlaku(office, until)}</p></footer>
            """));
    }

    public string Refusal(string sentence) => Shell(PapanTeks.Judul, Html.Of($"""
        <main id="isi" tabindex="-1" class="refusal"><h1>{PapanTeks.Judul}</h1><p>{sentence}</p></main>
        """), live: false);

    private static string Shell(string title, Html body, bool live = true) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="id">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow, noarchive">
        <title>{title}</title>
        <link rel="stylesheet" href="{styles}">
        {(live ? Html.Of($"<script src=\"{script}\" defer></script>") : Html.Empty)}
        </head>
        <body>
        <a class="skip" href="#isi">{PapanTeks.KeIsi}</a>
        {body}
        </body>
        </html>

        """).Source;

    private static Html Form(BoardView view, BoardFilter filter) => Html.Of($"""
        <form class="filter" role="search" aria-label="{PapanTeks.Saringan}" method="get" action="{BoardLink.Path}">
        <label>{PapanTeks.Pekan} <select name="pekan">{view.Weeks.Reverse().Select(week => Option(week.Week == view.Present ? "" : week.Week.ToString(), PapanTeks.PilihanPekan(week.Week, week.Week == view.Present), week.Week == view.Report.Week))}</select></label>
        <label>{PapanTeks.Status} <select name="status">{Option("", PapanTeks.Semua, filter.Verdict is null)}{verdicts.Select(verdict => Option(BoardFilter.WordOf(verdict), KertasTeks.Nama(verdict), filter.Verdict == verdict))}</select></label>
        <label>{PapanTeks.Cari} <input type="search" name="cari" value="{filter.Text}" maxlength="60" autocomplete="off"></label>
        <button type="submit">{PapanTeks.Terapkan}</button>{(filter.IsNone ? Html.Empty : Html.Of($"<a class=\"all\" href=\"{BoardLink.Path}\">{PapanTeks.TanpaSaringan}</a>"))}
        </form>
        """);

    private static Html Option(string value, string words, bool selected) => Html.Of($"<option value=\"{value}\"{(selected ? Html.Of($" selected") : Html.Empty)}>{words}</option>");

    private Html Week(BoardView view, List<BoardLine> lines)
    {
        var report = view.Report;
        return Html.Of($"""
            <section aria-labelledby="pekan"><h2 id="pekan">{KertasTeks.Pekan(report.Week)}</h2>
            <p>{(report.FrozenAt is null ? PapanTeks.Berjalan(report.Week == view.Present) : KertasTeks.Keadaan(report, office))}</p>
            <ul class="figures">{KertasTeks.Ringkasan(report).Select(figure => Html.Of($"<li><b>{figure.Number}</b> {figure.Words}</li>"))}</ul>
            {BoardCharts.Share(report)}
            <div class="wide" tabindex="0" role="region" aria-labelledby="tabel">
            <table class="week"><caption id="tabel"><span>{PapanTeks.JudulTabel(lines.Count, view.Lines.Length)}</span></caption>
            <thead><tr>{KertasTeks.KolomPapan.Select(heading => Html.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead>
            <tbody>{(lines.Count == 0 ? Html.Of($"<tr><td colspan=\"{KertasTeks.KolomPapan.Count}\">{PapanTeks.TidakAda}</td></tr>") : Html.Join(lines.Select(line => Row(line.Line))))}</tbody></table></div>
            {(report.Corrections.IsEmpty ? Html.Empty : Html.Of($"<h3>{KertasTeks.KoreksiSetelah}</h3><ul>{report.Corrections.Select(correction => Html.Of($"<li>{KertasTeks.Koreksi(correction)}</li>"))}</ul>"))}
            {(report.Figures is { Rejections: { Count: > 0 } rejections } ? Html.Of($"<h3>{KertasTeks.Penolakan}</h3><ul>{rejections.Take(12).Select(each => Html.Of($"<li>{KertasTeks.Ditolak(each.Key, each.Value)}</li>"))}</ul>") : Html.Empty)}
            </section>
            """);
    }

    private static Html Row(ReportLine line) => Html.Of($"""
        <tr><th scope="row"><span class="long">{line.Name}</span><span class="short">{line.ShortName}</span></th><td><span class="tag {ClassOf(line.Verdict)}">{KertasTeks.Status(line)}</span></td><td>{KertasTeks.Terhitung(line)}</td><td>{(line.Provisional == 0 ? "–" : $"{line.Provisional}")}</td><td>{line.Streak}</td><td>{KertasTeks.Lama(line.Figures?.MedianWithSkpd)}</td><td>{KertasTeks.Lama(line.Figures?.MedianWithKominfo)}</td></tr>

        """);

    private static Html Year(BoardView view, List<BoardLine> lines)
    {
        var months = view.Weeks.Select(week => week.Week.Monday).GroupBy(monday => (monday.Year, monday.Month)).ToList();
        return Html.Of($"""
            <section aria-labelledby="tahun"><h2 id="tahun">{PapanTeks.Tahun}</h2>
            <ul class="legend">{verdicts.Select(verdict => Html.Of($"<li><span class=\"{ClassOf(verdict)}\" aria-hidden=\"true\"></span>{KertasTeks.Nama(verdict)}</li>"))}</ul>
            <p class="note">{PapanTeks.ArtiPeta}</p>
            <div class="wide map" tabindex="0" role="region" aria-labelledby="peta">
            <table class="year"><caption id="peta"><span>{PapanTeks.JudulPeta(view.Weeks[0].Week, view.Weeks[^1].Week)}</span></caption>
            <thead><tr><th scope="col" rowspan="2">{KertasTeks.PerangkatDaerah}</th>{months.Select(month => Html.Of($"<th scope=\"colgroup\" colspan=\"{month.Count()}\">{PapanTeks.Bulan(month.First(), month.Count())}</th>"))}</tr>
            <tr>{view.Weeks.Select(week => Html.Of($"<th scope=\"col\"{(week.Week == view.Report.Week ? Html.Of($" class=\"now\"") : Html.Empty)}>{week.Week.Monday.Day}</th>"))}</tr></thead>
            <tbody>{lines.OrderBy(line => line.Line.ShortName, StringComparer.OrdinalIgnoreCase).Select(Row)}</tbody></table></div></section>
            """);
    }

    private static Html Row(BoardLine line) => Html.Of($"<tr><th scope=\"row\">{line.Line.ShortName}</th>{line.Year.Select(cell => Html.Of($"<td class=\"{(cell.IsKnown ? ClassOf(cell.Verdict) : "u")}\">{PapanTeks.Sel(cell)}</td>"))}</tr>\n");

    /// <summary>The style of a verdict: its colours are those of the recap's picture.</summary>
    internal static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => "m",
        Verdict.Pending => "p",
        Verdict.Missed => "b",
        _ => "n",
    };
}
