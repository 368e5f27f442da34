namespace KominfoBot.Workflow.Sites;

/// <summary>An agency's own feed (SOP row A8), and how the last reading of it went.</summary>
public sealed class SiteFeedRow
{
    public required string SkpdCode { get; init; }

    /// <summary>As the register had it; another address is read from its beginning.</summary>
    public required string Url { get; set; }

    /// <summary>Validators of the last answer (RFC 9110 section 8.8), to be asked with.</summary>
    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>Not before that instant of the office's clock.</summary>
    public DateTimeOffset TryAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last reading failed, in Indonesian; null when it did not.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>An item of an agency's own site. It is the agency's word and stays there; here is only that it exists.</summary>
public sealed class SiteItemRow
{
    public const int IdLimit = 500, TitleLimit = 300, SummaryLimit = 600;

    public long Id { get; init; }

    public required string SkpdCode { get; init; }

    /// <summary>As its feed names it (guid, id), or its address.</summary>
    public required string ItemId { get; init; }

    public required string Url { get; set; }

    public required string Title { get; set; }

    public string? Summary { get; set; }

    /// <summary>As its feed says, never later than <see cref="SeenAt"/>.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was first read here.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Kominfo shows it no more; the agency's site does as it likes.</summary>
    public bool Hidden { get; set; }

    public string? HiddenReason { get; set; }
}
