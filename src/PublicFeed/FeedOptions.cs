namespace KominfoBot.PublicFeed;

/// <summary>Settings <c>Feed:*</c>, with the office's name, zone and limits from <c>Office:*</c> and <c>Limits:*</c>.</summary>
public sealed class FeedOptions
{
    /// <summary><c>Feed:BaseUrl</c>: the one public base of every absolute link, e.g. <c>https://berita.example.go.id</c>. Required; never taken from a request.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary><c>Feed:MaxAge</c>: how long a cache may keep a feed, in seconds, 60 to 3600.</summary>
    public int MaxAge { get; set; } = 60;

    /// <summary><c>Feed:Title</c>; without it "Berita" and the office's name.</summary>
    public string? Title { get; set; }

    /// <summary><c>Feed:Description</c>; without it a sentence with the office's name.</summary>
    public string? Description { get; set; }

    /// <summary><c>Feed:Language</c>: RFC 5646 tag of the news.</summary>
    public string Language { get; set; } = "id";

    /// <summary>
    /// <c>Feed:TagAuthority</c>: host name in the feeds' own ids (RFC 4151); without it the host of <see cref="BaseUrl"/>. An office that moves to another
    /// domain sets its old one here, so that the feeds stay the same feeds.
    /// </summary>
    public string? TagAuthority { get; set; }

    /// <summary><c>Feed:TrustedProxies</c>: addresses or networks (CIDR) whose X-Forwarded-For is believed; none by default.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary><c>Office:Name</c>.</summary>
    public string OfficeName { get; set; } = "Dinas Komunikasi dan Informatika";

    /// <summary><c>Office:TimeZone</c>: IANA name; dates in pages and <c>dari</c>/<c>sampai</c> are days of this zone.</summary>
    public string TimeZone { get; set; } = "Asia/Jakarta";

    /// <summary><c>Limits:SearchesPerMinute</c>: searches (<c>?q=</c>) that one address may make in a minute, 1 to 1,000,000.</summary>
    public int SearchesPerMinute { get; set; } = 60;

    /// <summary>Where the photos' files lie: <c>&lt;dir&gt;/&lt;first two digits of the hash&gt;/&lt;hash&gt;-&lt;variant&gt;.&lt;format&gt;</c>. Set by the host.</summary>
    public string MediaDirectory { get; set; } = "";

    /// <summary>Where the PDFs of announcements lie: <c>&lt;dir&gt;/&lt;first two digits of the hash&gt;/&lt;hash&gt;.pdf</c>. Set by the host; empty: none are served.</summary>
    public string DocumentDirectory { get; set; } = "";

    /// <summary>Set by a host that serves nothing but the feed (<see cref="FeedServer"/>): finished documents are answered on the threads that read sockets.</summary>
    public bool AnswersOnSocketThreads { get; set; }

    /// <summary>How often the store is asked whether another process has published; a publication of this process is told at once. Set by the host.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(1);
}
