using System.Text.Json;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Search;
using KominfoBot.Workflow.Sites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KominfoBot.Workflow.Storage;

/// <summary>One model for both stores. Instants are kept in UTC: as ticks in SQLite, as timestamptz in PostgreSQL.</summary>
public abstract class NewsroomDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<NewsItem> Items => Set<NewsItem>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<PhotoRow> Photos => Set<PhotoRow>();
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();
    public DbSet<TextPrintRow> TextPrints => Set<TextPrintRow>();
    public DbSet<PhotoPrintRow> PhotoPrints => Set<PhotoPrintRow>();
    public DbSet<PhotoUseRow> PhotoUses => Set<PhotoUseRow>();
    public DbSet<Skpd> Skpds => Set<Skpd>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<SpecialNeed> Needs => Set<SpecialNeed>();
    public DbSet<ShelfDocument> Documents => Set<ShelfDocument>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<FailedAttempt> FailedAttempts => Set<FailedAttempt>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<PublicationRow> Publications => Set<PublicationRow>();
    public DbSet<PublicationChangeRow> PublicationChanges => Set<PublicationChangeRow>();
    public DbSet<PublicationPhotoRow> PublicationPhotos => Set<PublicationPhotoRow>();
    public DbSet<SearchRow> Search => Set<SearchRow>();
    public DbSet<ReceivedRow> Received => Set<ReceivedRow>();
    public DbSet<ToSendRow> ToSend => Set<ToSendRow>();
    public DbSet<PostedRow> Posted => Set<PostedRow>();
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();
    public DbSet<DueRow> Due => Set<DueRow>();
    public DbSet<FactRow> Facts => Set<FactRow>();
    public DbSet<WeekRecapRow> WeekRecaps => Set<WeekRecapRow>();
    public DbSet<WeekClosingRow> WeekClosings => Set<WeekClosingRow>();
    public DbSet<HolidayRow> Holidays => Set<HolidayRow>();
    public DbSet<PushRow> Pushes => Set<PushRow>();
    public DbSet<SiteFeedRow> SiteFeeds => Set<SiteFeedRow>();
    public DbSet<SiteItemRow> SiteItems => Set<SiteItemRow>();

    internal abstract FrequentQueries Frequent { get; }

    /// <summary>The conversation of a chat; null when it never had one.</summary>
    public Task<ConversationRow?> Conversation(long chatId, CancellationToken cancel) => Frequent.Conversation(this, chatId, cancel);

    /// <summary>Whether something was sent into the slot of the chat, or waits in the store to be.</summary>
    public Task<bool> IsSlotInUse(long chatId, string slot, CancellationToken cancel) => Frequent.IsSlotInUse(this, chatId, slot, cancel);

    /// <summary>The rows that this unit of work has read or added, without first comparing each with what it was.</summary>
    public LocalView<T> Known<T>()
        where T : class
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return Set<T>().Local;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>Keeps other writers of the same item out until this transaction ends. SQLite has one writer anyway.</summary>
    public abstract Task LockItem(Guid itemId, CancellationToken cancel);

    /// <summary>As <see cref="LockItem"/>, of the item that the edition belongs to; nothing when there is none.</summary>
    public abstract Task LockItemOf(long editionId, CancellationToken cancel);

    /// <summary>Waits for whoever is settling one of these photos, and keeps their states as they are until this transaction ends.</summary>
    public abstract Task LockPhotos(IReadOnlyList<string> hashes, CancellationToken cancel);

    /// <summary>Keeps other writers of the audit chain out until this transaction ends; taken last, just before the events are added.</summary>
    public abstract Task LockAuditHead(CancellationToken cancel);

    /// <summary>Keeps others from writing holidays until the transaction ends: two processes that start at once would each bring the same file.</summary>
    public abstract Task LockHolidays(CancellationToken cancel);

    /// <summary>Whether this transaction may carry out that due thing: false when another process is at it now. Never waits.</summary>
    public abstract Task<bool> TryTakeDue(string key, CancellationToken cancel);

    /// <summary>The sent texts that have a word beginning like each of these, which are words as <see cref="SearchText.Words"/> makes them.</summary>
    public abstract IQueryable<SearchRow> Found(IReadOnlyList<string> words);

    /// <summary>Places of live publications that hold every word, newest first.</summary>
    internal abstract Task<List<long>> FindPlaces(WordSearch search, CancellationToken cancel);

    /// <summary>Lets audit events and revisions be deleted, until <see cref="FreezeTables"/>.</summary>
    internal abstract Task ThawFrozenTables(CancellationToken cancel);

    internal abstract Task FreezeTables(CancellationToken cancel);

    /// <summary>What the saves of this unit of work brought; the store wakes those who wait for it after the commit.</summary>
    internal Brought Brought { get; private set; }

    /// <summary>A new unit of work: contexts are used again and again. It stands or falls as a whole, so no save needs a savepoint of its own.</summary>
    internal void Begin()
    {
        Brought = Brought.Nothing;
        Database.AutoSavepointsEnabled = false;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        // Once is enough: from here on whatever changes says so itself.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (await SearchIndex.Keep(this, cancellationToken)) ChangeTracker.DetectChanges();
            foreach (var entry in ChangeTracker.Entries())
            {
                if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
                if (entry is { State: EntityState.Modified, Entity: Edition edition }) entry.Property(nameof(Edition.Version)).CurrentValue = edition.Version + 1;
                if (entry is { State: EntityState.Modified, Entity: DueRow due }) entry.Property(nameof(DueRow.Version)).CurrentValue = due.Version + 1;
                Brought |= BroughtBy(entry);
            }
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static Brought BroughtBy(EntityEntry entry) => entry.Entity switch
    {
        DueRow { State: DueState.Waiting } => Brought.Due,
        // What was planned for that day moves.
        HolidayRow => Brought.Holidays | Brought.Due,
        // Names stand in feeds and on pages.
        Category => Brought.Publication,
        Skpd when entry.State == EntityState.Modified && entry.Property(nameof(Skpd.Name)).IsModified => Brought.Publication,
        ToSendRow when entry.State == EntityState.Added => Brought.Messages,
        PhotoRow when entry.State == EntityState.Added => Brought.Photos,
        PublicationChangeRow when entry.State == EntityState.Added => Brought.Publication,
        _ => Brought.Nothing,
    };

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NewsItem>(item =>
        {
            item.HasKey(x => x.Id);
            item.HasIndex(x => x.Number).IsUnique();
            item.HasIndex(x => new { x.SkpdCode, x.FirstSubmittedAt });
            item.HasIndex(x => x.FirstSubmittedAt);
            item.HasIndex(x => x.CreatedAt);
            item.HasIndex(x => x.FirstPublishedAt);
            item.Property(x => x.Class).HasConversion<string>().HasMaxLength(20);
            item.HasMany(x => x.Editions).WithOne(x => x.Item).HasForeignKey(x => x.ItemId);
        });
        modelBuilder.Entity<Edition>(edition =>
        {
            edition.HasKey(x => x.Id);
            edition.HasIndex(x => new { x.ItemId, x.Ordinal }).IsUnique();
            edition.HasIndex(x => x.State);
            edition.HasIndex(x => x.TextHash);
            edition.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
            edition.Property(x => x.LastAct).HasConversion<string>().HasMaxLength(20);
            edition.Property(x => x.Lane).HasConversion<string>().HasMaxLength(20);
            edition.Property(x => x.EditReply).HasConversion<string>().HasMaxLength(20);
            edition.Property(x => x.Endorsements).HasConversion(new JsonColumn<List<Endorsement>>());
            edition.Ignore(x => x.LastEndorsement);
            edition.Property(x => x.Draft).HasConversion(new JsonColumn<DraftContent>());
            edition.Property(x => x.Version).IsConcurrencyToken();
            edition.HasMany(x => x.Revisions).WithOne().HasForeignKey(x => x.EditionId);
        });
        modelBuilder.Entity<Revision>(revision =>
        {
            revision.HasKey(x => x.Id);
            revision.HasIndex(x => new { x.EditionId, x.Ordinal }).IsUnique();
            revision.HasIndex(x => x.Hash);
            revision.Property(x => x.Origin).HasConversion<string>().HasMaxLength(20);
            revision.Ignore(x => x.Content);
        });
        modelBuilder.Entity<PhotoRow>(photo =>
        {
            photo.ToTable("Photos").HasKey(x => x.Hash);
            photo.HasIndex(x => x.State);
            photo.Property(x => x.Variants).HasConversion(new JsonColumn<List<PhotoVariant>>());
        });
        modelBuilder.Entity<AttachmentRow>(row => row.ToTable("Attachments").HasKey(x => x.Hash));
        modelBuilder.Entity<TextPrintRow>(row =>
        {
            row.ToTable("TextPrints").HasKey(x => new { x.Key, x.EditionId });
            row.HasIndex(x => x.EditionId);
        });
        modelBuilder.Entity<PhotoPrintRow>(row => row.ToTable("PhotoPrints").HasKey(x => new { x.Key, x.Hash }));
        modelBuilder.Entity<PhotoUseRow>(row =>
        {
            row.ToTable("PhotoUses").HasKey(x => new { x.Hash, x.EditionId });
            row.HasIndex(x => x.EditionId);
        });
        modelBuilder.Entity<Skpd>(skpd => skpd.HasKey(x => x.Code));
        modelBuilder.Entity<Category>(category => category.HasKey(x => x.Code));
        modelBuilder.Entity<Member>(member =>
        {
            member.HasIndex(x => x.ChatUserId).IsUnique();
            member.HasMany(x => x.Appointments).WithOne().HasForeignKey(x => x.MemberId);
            member.HasMany(x => x.Delegations).WithOne().HasForeignKey(x => x.MemberId);
            member.Ignore(x => x.DisplayName);
        });
        modelBuilder.Entity<Appointment>(appointment => appointment.Property(x => x.Role).HasConversion<string>().HasMaxLength(20));
        modelBuilder.Entity<Invitation>(invitation =>
        {
            invitation.HasIndex(x => x.CodeHash).IsUnique();
            invitation.Property(x => x.Role).HasConversion<string>().HasMaxLength(20);
        });
        modelBuilder.Entity<Delegation>(acting =>
        {
            acting.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
            acting.Ignore(x => x.Capacity);
        });
        modelBuilder.Entity<SpecialNeed>(need => need.ToTable("Needs").HasIndex(x => x.ClosedAt));
        modelBuilder.Entity<ShelfDocument>(document => document.ToTable("Documents"));
        modelBuilder.Entity<FailedAttempt>(attempt => attempt.HasIndex(x => new { x.ChatUserId, x.At }));
        modelBuilder.Entity<AuditEvent>(audit =>
        {
            audit.HasKey(x => x.Sequence);
            audit.Property(x => x.Sequence).ValueGeneratedNever();
            audit.HasIndex(x => x.ItemId);
            audit.HasIndex(x => x.At);
        });
        modelBuilder.Entity<AuditHead>(head => head.Property(x => x.Id).ValueGeneratedNever());
        modelBuilder.Entity<PublicationRow>(row =>
        {
            row.ToTable("Publications").HasKey(x => x.Number);
            row.HasIndex(x => x.ItemId).IsUnique();
            row.HasIndex(x => x.Ordinal).IsUnique();
            row.HasIndex(x => x.Place).IsUnique();
            row.HasIndex(x => x.Place, "IX_Publications_Live").HasFilter(PublicationWords.Live);
            row.HasIndex(x => new { x.SkpdCode, x.Place }).HasFilter(PublicationWords.Live);
            row.HasIndex(x => new { x.CategoryCode, x.Place }).HasFilter(PublicationWords.Live);
            row.HasIndex(x => x.ModifiedAt).HasFilter(PublicationWords.Retracted);
            row.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
            row.Property(x => x.Shape).HasConversion(new JsonColumn<PublishedItem>());
        });
        modelBuilder.Entity<PublicationChangeRow>(row =>
        {
            row.ToTable("PublicationChanges").HasKey(x => x.Sequence);
            row.Property(x => x.Sequence).ValueGeneratedNever();
            row.HasIndex(x => x.At);
            row.Property(x => x.Status).HasConversion<string>().HasMaxLength(20);
        });
        modelBuilder.Entity<PublicationPhotoRow>(row =>
        {
            row.ToTable("PublicationPhotos").HasKey(x => new { x.Number, x.Hash });
            row.HasIndex(x => x.Hash);
        });
        modelBuilder.Entity<SearchRow>(row =>
        {
            row.ToTable("Search").HasKey(x => x.EditionId);
            row.Property(x => x.EditionId).ValueGeneratedNever();
            row.HasIndex(x => x.ItemId);
        });
        modelBuilder.Entity<PushRow>(row => row.ToTable("Pushes").HasKey(x => x.Url));
        modelBuilder.Entity<SiteFeedRow>(row => row.ToTable("SiteFeeds").HasKey(x => x.SkpdCode));
        modelBuilder.Entity<SiteItemRow>(row =>
        {
            row.ToTable("SiteItems").HasKey(x => x.Id);
            row.HasIndex(x => new { x.SkpdCode, x.ItemId }).IsUnique();
            row.HasIndex(x => x.PublishedAt);
            row.HasIndex(x => new { x.SkpdCode, x.SeenAt });
        });
        modelBuilder.Entity<ReceivedRow>(row =>
        {
            row.ToTable("Received").HasKey(x => x.Sequence);
            row.HasIndex(x => new { x.UpdateId, x.Fingerprint }).IsUnique();
            // Of thirty days of rows hardly one waits, and hardly one has failed.
            row.HasIndex(x => x.Sequence, "IX_Received_Waiting").HasFilter(Only(ReceivedState.Waiting));
            row.HasIndex(x => new { x.Lane, x.Sequence }, "IX_Received_WaitingLane").HasFilter(Only(ReceivedState.Waiting));
            row.HasIndex(x => x.Sequence, "IX_Received_Failed").HasFilter(Only(ReceivedState.Failed));
        });
        modelBuilder.Entity<ToSendRow>(row =>
        {
            row.ToTable("ToSend").HasKey(x => x.Sequence);
            row.HasIndex(x => x.Key).IsUnique();
            row.HasIndex(x => x.Sequence, "IX_ToSend_Waiting").HasFilter(Only(ToSendState.Waiting));
            row.HasIndex(x => new { x.Slot, x.ChatId }, "IX_ToSend_WaitingSlot").HasFilter(Only(ToSendState.Waiting));
            row.HasIndex(x => new { x.ChatId, x.CreatedAt });
        });
        modelBuilder.Entity<PostedRow>(row =>
        {
            row.ToTable("Posted").HasKey(x => new { x.ChatId, x.Slot });
            row.HasIndex(x => x.Slot);
        });
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.ToTable("Conversations").HasKey(x => x.ChatId);
            row.Property(x => x.ChatId).ValueGeneratedNever();
        });
        modelBuilder.Entity<DueRow>(row =>
        {
            row.ToTable("Due").HasKey(x => x.Key);
            row.Property(x => x.Key).HasMaxLength(DueRow.KeyLimit);
            row.Property(x => x.State).HasConversion<string>().HasMaxLength(20);
            row.Property(x => x.Version).IsConcurrencyToken();
            row.HasIndex(x => new { x.State, x.TryAt });
            row.HasIndex(x => new { x.Kind, x.Subject });
        });
        modelBuilder.Entity<FactRow>(row => row.ToTable("Facts").HasKey(x => x.Name));
        modelBuilder.Entity<WeekRecapRow>(row =>
        {
            row.ToTable("WeekRecaps").HasKey(x => new { x.SkpdCode, x.Week });
            row.HasIndex(x => x.Week);
            row.Property(x => x.Obligation).HasConversion<string>().HasMaxLength(20);
            row.Property(x => x.Figures).HasConversion(new JsonColumn<WeekFigures>());
            row.Ignore(x => x.Verdict);
        });
        modelBuilder.Entity<WeekClosingRow>(row =>
        {
            row.ToTable("WeekClosings").HasKey(x => x.Week);
            row.Property(x => x.Week).ValueGeneratedNever();
            row.Property(x => x.Figures).HasConversion(new JsonColumn<WeekFigures>());
        });
        modelBuilder.Entity<HolidayRow>(row =>
        {
            row.ToTable("Holidays").HasIndex(x => x.Date);
            row.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
            row.Ignore(x => x.ByChat).Ignore(x => x.Holiday);
        });
    }

    /// <summary>As the filter of an index: the rows in that state.</summary>
    private static string Only(Enum state) => FormattableString.Invariant($"\"State\" = {state:D}");
}

/// <summary>A column that holds a value as JSON text, as <see cref="WorkflowJson"/> shapes it.</summary>
public sealed class JsonColumn<T>() : ValueConverter<T, string>(value => JsonText.Write(value), text => JsonText.Read<T>(text))
    where T : class;

/// <summary>What <see cref="JsonColumn{T}"/> reads and writes.</summary>
public static class JsonText
{
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), WorkflowJson.Default);

    public static T Read<T>(string text) => (T)JsonSerializer.Deserialize(text, typeof(T), WorkflowJson.Default)!;
}

/// <summary>UTC ticks: SQLite orders and compares them as the integers they are.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>PostgreSQL's timestamptz takes only offset zero.</summary>
public sealed class ToUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant.ToUniversalTime());
