using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KominfoBot.PublicFeed.Media;

/// <summary>Which bytes of a file are asked for (RFC 9110 section 14).</summary>
/// <param name="From">First byte.</param>
internal readonly record struct ByteRange(long From, long Count)
{
    /// <summary>
    /// A single range that can be met. Several ranges, another unit or an unreadable header ask for the whole file (section 14.2 allows it).
    /// </summary>
    /// <param name="impossible">True when the range lies behind the end: 416.</param>
    public static ByteRange? Of(IHeaderDictionary request, long length, string tag, DateTimeOffset modified, out bool impossible)
    {
        impossible = false;
        if (request.Range.Count == 0 || !IsCurrent(request, tag, modified)) return null;
        if (!RangeHeaderValue.TryParse(request.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1) return null;
        var range = header.Ranges.First();
        if (range.From is { } from)
        {
            impossible = from >= length;
            return impossible ? null : new(from, Math.Min(range.To ?? long.MaxValue, length - 1) - from + 1);
        }
        var last = Math.Min(range.To ?? 0, length);
        impossible = last == 0;
        return impossible ? null : new(length - last, last);
    }

    /// <summary>If-Range: only the very same bytes may be continued; a date must be the exact one, a weak tag never fits (section 13.1.5).</summary>
    private static bool IsCurrent(IHeaderDictionary request, string tag, DateTimeOffset modified)
    {
        if (request.IfRange.Count == 0) return true;
        if (!RangeConditionHeaderValue.TryParse(request.IfRange.ToString(), out var condition)) return false;
        return condition.EntityTag is { } known ? known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: true) : condition.LastModified == modified;
    }
}
