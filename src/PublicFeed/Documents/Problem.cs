using System.Globalization;
using KominfoBot.PublicFeed.Feeds;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>Refusals as RFC 9457 problem details, in Indonesian.</summary>
internal static class Problem
{
    /// <param name="detail">One sentence: what is wrong and what would be right.</param>
    public static Document Of(int status, string detail, string cacheControl = "no-cache", params KeyValuePair<string, StringValues>[] headers)
        => new(JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", Title(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteEndObject();
        }), "application/problem+json; charset=utf-8", cacheControl)
        {
            Status = status,
            Headers = headers,
        };

    public static Document NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static Document BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static Document Gone(string detail, string cacheControl) => Of(StatusCodes.Status410Gone, detail, cacheControl);

    public static Document MethodNotAllowed { get; } = Of(StatusCodes.Status405MethodNotAllowed, "Alamat ini hanya dapat dibaca (GET atau HEAD).",
        headers: new KeyValuePair<string, StringValues>("Allow", "GET, HEAD, OPTIONS"));

    public static Document Unavailable { get; } = Of(StatusCodes.Status503ServiceUnavailable, "Data berita sedang tidak terjangkau. Mohon coba lagi sebentar lagi.", "no-store",
        new KeyValuePair<string, StringValues>("Retry-After", "5"));

    public static Document TooMany(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, $"Terlalu banyak pencarian dari alamat Anda. Mohon coba lagi dalam {seconds} detik.", "no-store",
            new KeyValuePair<string, StringValues>("Retry-After", seconds));
    }

    public static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Permintaan tidak dapat dipahami",
        StatusCodes.Status404NotFound => "Tidak ditemukan",
        StatusCodes.Status405MethodNotAllowed => "Cara akses tidak didukung",
        StatusCodes.Status410Gone => "Telah dicabut",
        StatusCodes.Status416RangeNotSatisfiable => "Bagian yang diminta tidak ada",
        StatusCodes.Status429TooManyRequests => "Terlalu banyak permintaan",
        StatusCodes.Status503ServiceUnavailable => "Sementara tidak tersedia",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Status tanpa judul."),
    };
}
