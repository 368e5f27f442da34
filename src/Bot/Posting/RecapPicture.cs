using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Posting;

/// <summary>The picture of a week's recap, drawn when it is sent: no transaction waits for it, and a failed drawing loses no recap.</summary>
public sealed class RecapPicture(NewsroomStore store, PostingTable table, SvgTool tool, TimeProvider clock, ILogger<RecapPicture> logger)
{
    private const string Prefix = "rekap:";

    /// <summary>The last one drawn: a recap goes to several people within a minute.</summary>
    private (string Svg, byte[] Png)? last;

    public static string NameOf(IsoWeek week) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{week.Ordinal}");

    /// <summary>A PNG; null when the name is not one of ours or it cannot be drawn.</summary>
    public async Task<byte[]?> Draw(string name, CancellationToken cancel)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)) return null;
        var week = IsoWeek.FromOrdinal(ordinal);
        var rows = await store.Read(db => table.Rows(db, week, clock.GetUtcNow(), cancel), cancel);
        var svg = RecapChart.Svg(week, rows);
        if (last is { } known && known.Svg == svg) return known.Png;
        try
        {
            var png = await tool.ToPng(svg, cancel);
            last = (svg, png);
            return png;
        }
        catch (SvgToolException error)
        {
            // The words say it all; the picture only shows it.
            logger.LogWarning("Gambar rekap tidak dapat dibuat, teksnya tetap dikirim: {Error}", error.Message);
            return null;
        }
    }
}
