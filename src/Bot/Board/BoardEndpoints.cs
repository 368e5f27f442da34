using System.Security.Cryptography;
using System.Text;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Teks;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Board;

/// <summary>
/// <c>/papan</c>: the board, for who shows a key that is still good and still oversees all SKPDs. Never kept by a cache, never found by a search engine, with no
/// script or style but its own files. The key moves from the address into a cookie, so that it stands on no print and in no history.
/// </summary>
public sealed class BoardEndpoints(NewsroomStore store, BoardReader reader, BoardPage page, BoardLink link, IOptions<LimitsOptions> limits, OfficeProfile office, TimeProvider clock) : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] methods = [HttpMethods.Get, HttpMethods.Head];

    private readonly AddressLimiter limiter = new(limits.Value.BoardPerMinute);

    public void Map(WebApplication app)
    {
        link.Prepare();
        app.MapMethods(BoardLink.Path, methods, Board);
        app.MapMethods($"{BoardLink.Path}/papan.css", methods, http => Asset(http, "papan.css", "text/css; charset=utf-8"));
        app.MapMethods($"{BoardLink.Path}/papan.js", methods, http => Asset(http, "papan.js", "text/javascript; charset=utf-8"));
    }

    public void Dispose() => limiter.Dispose();

    private async Task Board(HttpContext http)
    {
        if (limiter.Refuse(http) is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Answer(page.Refusal(PapanTeks.TerlaluSering), StatusCodes.Status429TooManyRequests).Send(http);
            return;
        }
        var now = clock.GetUtcNow();
        var typed = http.Request.Query[BoardLink.Parameter].ToString();
        var key = typed.Length > 0 ? typed : http.Request.Cookies[BoardLink.Parameter];
        var holder = link.Read(key, now);
        var filter = BoardFilter.In(http.Request.Query);
        var view = holder is not { } known ? null : await store.Read(async db =>
            await PeopleDesk.Find(db, known.ChatUserId, http.RequestAborted) is { } member && Actor.Of(member, now).SeesAllSkpds ? await reader.Read(db, filter.Week, now, http.RequestAborted) : null, http.RequestAborted);
        if (view is null)
        {
            // RFC 9110, 15.5.2: a 401 says how one would be let in.
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"papan\"";
            await Answer(page.Refusal(string.IsNullOrEmpty(key) ? PapanTeks.TanpaKunci : PapanTeks.TidakBerlaku), StatusCodes.Status401Unauthorized).Send(http);
            return;
        }
        if (typed.Length > 0) http.Response.Cookies.Append(BoardLink.Parameter, typed, new CookieOptions { Path = BoardLink.Path, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = office.PublicBase.StartsWith("https://", StringComparison.Ordinal), MaxAge = holder!.Value.Until - now });
        await Answer(page.Draw(view, filter, holder!.Value.Until), StatusCodes.Status200OK).Send(http);
    }

    private static RenderedDocument Answer(string html, int status) => new(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", "private, no-store")
    {
        Status = status,
        Headers =
        [
            new("Content-Security-Policy", Policy), new("X-Robots-Tag", "noindex, nofollow, noarchive"), new("Referrer-Policy", "no-referrer"), new("X-Content-Type-Options", "nosniff"),
            new("Cross-Origin-Opener-Policy", "same-origin"), new("Cross-Origin-Resource-Policy", "same-origin"),
        ],
    };

    /// <summary>Under its own hash it may be kept; it says nothing of the office.</summary>
    private static Task Asset(HttpContext http, string name, string type)
        => new RenderedDocument(AssetNamed(name), type, "public, max-age=31536000, immutable") { Headers = [new("X-Content-Type-Options", "nosniff")] }.Send(http);

    /// <summary>A file's address, which changes with its content.</summary>
    internal static string AddressOf(string name) => $"{BoardLink.Path}/{name}?v={Convert.ToHexStringLower(SHA256.HashData(AssetNamed(name)).AsSpan(0, 6))}";

    private static byte[] AssetNamed(string name)
    {
        using var stream = typeof(BoardEndpoints).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Berkas {name} tidak ikut dibangun.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
