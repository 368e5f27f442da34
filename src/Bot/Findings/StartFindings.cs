using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Findings;

/// <summary>Something amiss that AdminPortal can mend, as one sentence; null when it is as it should be. Whatever part of the house knows of one registers it.</summary>
/// <param name="services">The house's, for settings and calendars.</param>
public delegate Task<string?> StartFinding(IServiceProvider services, NewsroomDb db, DateTimeOffset now, CancellationToken cancel);

/// <summary>Tells AdminPortal what is amiss: all of it as one message, and only when its text has changed since it was last told.</summary>
public sealed class StartFindings(IEnumerable<StartFinding> findings, IServiceProvider services)
{
    private const string ToldFact = "start-findings";

    public async Task Tell(NewsroomDb db, OutboxWriter outbox, DateTimeOffset now, CancellationToken cancel)
    {
        // What this very transaction changed counts as well.
        await db.SaveChangesAsync(cancel);
        List<string> found = [];
        foreach (var finding in findings)
            if (await finding(services, db, now, cancel) is { } sentence) found.Add(sentence);
        var text = string.Join('\n', found);
        var told = await db.Facts.FindAsync([ToldFact], cancel);
        if ((told?.Value ?? "") == text) return;

        var admins = await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel);
        // Nobody to tell yet: it stays to be told.
        if (admins.Count == 0) return;
        if (told is null) db.Facts.Add(new FactRow { Name = ToldFact, Value = text });
        else told.Value = text;
        foreach (var admin in admins) outbox.Send(admin.ChatUserId!.Value, new TextMessage(found.Count > 0 ? TemuanMulaiTeks.Daftar(found) : TemuanMulaiTeks.Beres()), Priority.Notice);
    }
}

/// <summary>Looks for findings once, when the program starts.</summary>
public sealed class StartFindingsPost(StartFindings findings, NewsroomStore store, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.Write(db =>
    {
        var now = clock.GetUtcNow();
        return findings.Tell(db, new OutboxWriter(db, now), now, cancellationToken);
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
