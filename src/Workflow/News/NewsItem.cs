namespace KominfoBot.Workflow.News;

/// <summary>A news item (IPTC: NewsItem; Indonesian: berita, before publication naskah). Belongs to an SKPD, not to a person.</summary>
public sealed class NewsItem
{
    /// <summary>Permanent; the public id is <c>urn:uuid:</c> of it.</summary>
    public required Guid Id { get; init; }
    public required string SkpdCode { get; init; }
    /// <summary>Given at the first Kirim, e.g. DISDIK-2026-0042; null for a draft.</summary>
    public string? Number { get; set; }
    /// <summary>Fixed at first publication.</summary>
    public string? Slug { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FirstSubmittedAt { get; set; }
    public DateTimeOffset? FirstPublishedAt { get; set; }
    public InformationClass Class { get; set; }
    public List<Edition> Editions { get; init; } = [];
}

/// <summary>One edition of an item: the first, or a correction. The state of the work belongs to it.</summary>
public sealed class Edition
{
    public long Id { get; init; }
    public required Guid ItemId { get; init; }
    public NewsItem? Item { get; init; }
    /// <summary>1 for the first.</summary>
    public required int Ordinal { get; init; }
    public required EditionState State { get; set; }
    /// <summary>Who started it.</summary>
    public required long AuthorId { get; init; }
    /// <summary>Where the author works on it; told of every step there.</summary>
    public long AuthorChatId { get; set; }
    /// <summary>The author's own message that Kirim came from: answers reply to it.</summary>
    public int? AuthorMessageId { get; set; }
    public required DraftContent Draft { get; set; }
    /// <summary>Hash of the newest revision; null until the first Kirim.</summary>
    public string? CurrentHash { get; set; }
    /// <summary>Of the newest revision's words; finds exact duplicates.</summary>
    public string? TextHash { get; set; }
    public int RevisionCount { get; set; }
    /// <summary>A card is new for each Kirim: edits do not ring.</summary>
    public int Round { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public long? SubmittedById { get; set; }
    /// <summary>The steps that have endorsed the current text, in order; replaced, never changed in place.</summary>
    public List<Endorsement> Endorsements { get; set; } = [];
    public long? ApprovedById { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public Lane Lane { get; set; }
    /// <summary>Since when a second person's look at an exceptional act is owed; null when none is.</summary>
    public DateTimeOffset? LookOwedSince { get; set; }
    /// <summary>Who took the exceptional way.</summary>
    public long? LaneUserId { get; set; }
    /// <summary>Since when a request for correction or retraction waits for Kominfo's answer; null when none does.</summary>
    public DateTimeOffset? RequestedSince { get; set; }
    /// <summary>When a scheduled edition is due; the database is the truth, timers only look.</summary>
    public DateTimeOffset? DueAt { get; set; }
    /// <summary>The last act, for the words "sudah disetujui oleh …".</summary>
    public Act? LastAct { get; set; }
    /// <summary>The person whose act it was; of a publication by the clock, who decided on it.</summary>
    public string? LastActorName { get; set; }
    public string? LastCapacity { get; set; }
    public DateTimeOffset? LastActAt { get; set; }
    /// <summary>The last reason given (return, reject, withdraw), shown to the author.</summary>
    public string? Reason { get; set; }
    /// <summary>The warnings that the sender saw at the last Kirim and sent all the same: one a line, as <see cref="Checks.Finding.Key"/> names them; null: none.</summary>
    public string? AcknowledgedWarnings { get; set; }
    /// <summary>The author's written answer to a return or a question.</summary>
    public string? Reply { get; set; }
    /// <summary>What a reviewer asked the author without returning the text; stays on the card beside its answer.</summary>
    public string? Question { get; set; }
    public string? QuestionBy { get; set; }
    public bool QuestionOpen { get; set; }
    /// <summary>Who has the text in hand for editing; counts until <see cref="EditingUntil"/>.</summary>
    public long? EditingById { get; set; }
    public string? EditingByName { get; set; }
    public DateTimeOffset? EditingUntil { get; set; }
    /// <summary>What the author says to the newest edit of a reviewer.</summary>
    public EditReply EditReply { get; set; }
    /// <summary>What a correction says publicly ("Ralat"); null for first editions and corrections of spelling.</summary>
    public string? CorrectionNote { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    /// <summary>Raised with every change; a second writer finds another value and starts again.</summary>
    public int Version { get; set; }
    public List<Revision> Revisions { get; init; } = [];

    /// <summary>The newest endorsement; null while there is none.</summary>
    public Endorsement? LastEndorsement => Endorsements.Count == 0 ? null : Endorsements[^1];

    /// <summary>Who has the text in hand at that time.</summary>
    public Lease? LeaseAt(DateTimeOffset now) => EditingById is { } id && EditingUntil > now ? new Lease(id, EditingByName ?? "", EditingUntil.Value) : null;
}

/// <summary>An immutable text: its canonical bytes and their hash.</summary>
public sealed class Revision
{
    public long Id { get; init; }
    public required long EditionId { get; init; }
    public required int Ordinal { get; init; }
    public required string Hash { get; init; }
    public required byte[] Canonical { get; init; }
    public required long MadeById { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public RevisionOrigin Origin { get; init; }

    public Content Content => Content.FromCanonicalBytes(Canonical);
}
