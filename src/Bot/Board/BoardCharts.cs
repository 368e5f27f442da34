using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Papers;
using KominfoBot.Bot.Teks;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Board;

/// <summary>The board's charts: bars week by week, each with its numbers as a table for who does not see them.</summary>
internal static class BoardCharts
{
    private const int Step = 18, Bar = 14, High = 120, Foot = 34, Side = 46;

    /// <summary>How many met the rule, will meet it, or did not, in one bar.</summary>
    public static Html Share(WeekReport report)
    {
        if (report.Due == 0) return Html.Empty;
        double met = 100.0 * report.Count(Verdict.Met) / report.Due, pending = 100.0 * report.Count(Verdict.Pending) / report.Due;
        return Html.Of($"""
            <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="{PapanTeks.Bagian(report)}"><rect class="b" width="100" height="4"/><rect class="p" width="{Number(met + pending)}" height="4"/><rect class="m" width="{Number(met)}" height="4"/></svg>
            """);
    }

    /// <summary>The share of SKPDs that met the rule, week by week.</summary>
    public static Html Trend(ImmutableArray<BoardWeek> weeks)
    {
        var bars = weeks.Select((week, at) => week.Due == 0 ? Html.Empty : Html.Of($"<rect class=\"m\" x=\"{Side + (at * Step)}\" y=\"{Number(High - (High * (double)week.Met / week.Due))}\" width=\"{Bar}\" height=\"{Number(High * (double)week.Met / week.Due)}\"><title>{PapanTeks.BatangTren(week)}</title></rect>"));
        return Chart("tren", PapanTeks.Tren, PapanTeks.ArtiTren(weeks), weeks, Html.Join(bars), ["0 %", "50 %", "100 %"], PapanTeks.KolomTren,
            weeks.Where(week => week.Due > 0).Reverse().Select(week => Html.Of($"<tr><th scope=\"row\">{RekapTeks.Rentang(week.Week)} {week.Week.Sunday.Year}</th><td>{week.Met}</td><td>{week.Due}</td><td>{KertasTeks.Persen(week.Met, week.Due)}</td></tr>")));
    }

    /// <summary>The median time to publication, split by who held the text.</summary>
    public static Html ReviewTimes(ImmutableArray<BoardWeek> weeks)
    {
        var known = weeks.Where(week => week.Figures?.Median is not null).ToList();
        if (known.Count == 0) return Html.Of($"<section aria-labelledby=\"waktu\"><h2 id=\"waktu\">{KertasTeks.WaktuPeninjauan}</h2><p>{PapanTeks.BelumAdaWaktu}</p></section>");
        var top = Math.Max(1, known.Max(week => (week.Figures!.MedianWithSkpd + week.Figures.MedianWithKominfo)!.Value.TotalMinutes));
        var bars = weeks.Select((week, at) =>
        {
            if (week.Figures is not { MedianWithSkpd: { } skpd, MedianWithKominfo: { } kominfo }) return Html.Empty;
            double lower = High * kominfo.TotalMinutes / top, upper = High * skpd.TotalMinutes / top;
            return Html.Of($"<g><title>{PapanTeks.BatangWaktu(week)}</title><rect class=\"k\" x=\"{Side + (at * Step)}\" y=\"{Number(High - lower)}\" width=\"{Bar}\" height=\"{Number(lower)}\"/><rect class=\"s\" x=\"{Side + (at * Step)}\" y=\"{Number(High - lower - upper)}\" width=\"{Bar}\" height=\"{Number(upper)}\"/></g>");
        });
        var half = TimeSpan.FromMinutes(top / 2);
        return Chart("waktu", KertasTeks.WaktuPeninjauan, PapanTeks.ArtiWaktu, weeks, Html.Join(bars), ["0", PapanTeks.Sumbu(half), PapanTeks.Sumbu(half * 2)], PapanTeks.KolomWaktu,
            weeks.Where(week => week.Figures?.Median is not null).Reverse().Select(week => Html.Of($"<tr><th scope=\"row\">{RekapTeks.Rentang(week.Week)} {week.Week.Sunday.Year}</th><td>{KertasTeks.Lama(week.Figures!.Median)}</td><td>{KertasTeks.Lama(week.Figures.MedianWithSkpd)}</td><td>{KertasTeks.Lama(week.Figures.MedianWithKominfo)}</td></tr>")),
            Html.Of($"<ul class=\"legend\"><li><span class=\"s\" aria-hidden=\"true\"></span>SKPD</li><li><span class=\"k\" aria-hidden=\"true\"></span>Kominfo</li></ul>"));
    }

    private static Html Chart(string id, string title, string meaning, ImmutableArray<BoardWeek> weeks, Html bars, string[] axis, IReadOnlyList<string> columns, IEnumerable<Html> rows, Html? legend = null)
    {
        var width = Side + (weeks.Length * Step) + 4;
        var months = weeks.Select((week, at) => (week.Week.Monday, at)).GroupBy(pair => (pair.Monday.Year, pair.Monday.Month)).Where(month => month.Count() > 1)
            .Select(month => Html.Of($"<text x=\"{Side + (month.First().at * Step)}\" y=\"{High + 20}\">{RekapTeks.Bulan(month.First().Monday)}</text>"));
        var grid = axis.Select((words, at) => Html.Of($"<line x1=\"{Side - 4}\" x2=\"{width}\" y1=\"{High - (at * High / 2)}\" y2=\"{High - (at * High / 2)}\"/><text class=\"axis\" x=\"{Side - 8}\" y=\"{High - (at * High / 2) + 5}\">{words}</text>"));
        return Html.Of($"""
            <section aria-labelledby="{id}"><h2 id="{id}">{title}</h2><p class="note">{meaning}</p>{legend ?? Html.Empty}
            <div class="wide" tabindex="0" role="group" aria-label="{PapanTeks.Grafik(title)}">
            <svg class="chart" viewBox="0 -10 {width} {High + Foot + 10}" width="{width}" height="{High + Foot + 10}" role="img" aria-label="{title}. {meaning}">{grid}{bars}{months}</svg></div>
            <details><summary>{PapanTeks.AngkaPerPekan}</summary><table class="numbers"><caption>{title}</caption><thead><tr>{columns.Select(heading => Html.Of($"<th scope=\"col\">{heading}</th>"))}</tr></thead><tbody>{rows}</tbody></table></details></section>
            """);
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
