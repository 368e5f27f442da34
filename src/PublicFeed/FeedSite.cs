using KominfoBot.PublicFeed.Push;
using KominfoBot.PublicFeed.Text;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed;

/// <summary>What is the same in every answer: who publishes, where, and how long a cache may keep it.</summary>
internal sealed class FeedSite
{
    public FeedSite(IOptions<FeedOptions> options, IOptions<PushOptions> push)
    {
        var values = options.Value;
        Address = new(values.BaseUrl);
        OfficeName = CleanText.Line(values.OfficeName);
        Title = CleanText.Line(values.Title ?? $"Berita {OfficeName}");
        Description = CleanText.Line(values.Description ?? $"Berita resmi dari {OfficeName}.");
        Language = values.Language;
        MaxAge = values.MaxAge;
        Dates = new(TimeZoneInfo.FindSystemTimeZoneById(values.TimeZone));
        // As a URI is written: nothing in it ends a header's or an attribute's value.
        Hubs = [.. push.Value.Hubs.Select(hub => new Uri(hub).AbsoluteUri)];
        TagAuthority = values.TagAuthority ?? (Address.Host.Contains(':', StringComparison.Ordinal) ? "localhost" : Address.Host);
        CacheControl = FormattableString.Invariant($"public, max-age={MaxAge}");
    }

    public PublicAddress Address { get; }
    public string OfficeName { get; }
    public string Title { get; }
    public string Description { get; }
    public string Language { get; }

    /// <summary>Addresses of WebSub hubs.</summary>
    public IReadOnlyList<string> Hubs { get; }

    /// <summary>Seconds.</summary>
    public int MaxAge { get; }
    public string CacheControl { get; }
    public string TagAuthority { get; }
    public OfficeDate Dates { get; }

    /// <summary>RFC 4151: stays when titles and pages move. The year is the one in which such ids were first given.</summary>
    public string TagId(string specific) => $"tag:{TagAuthority},2026:{specific}";
}
