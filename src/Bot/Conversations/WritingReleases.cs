using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>A release from a document, in a draft: as its text where there is none yet, else after the question what it is for.</summary>
internal sealed class WritingReleases(WritingSteps steps)
{
    public async Task OnRelease(Visit visit, ConversationRow row, string name, ArrivedRelease release)
    {
        if (row.Step == WritingSteps.Skpd)
        {
            visit.Say(MenulisTeks.TanyaSkpd());
            return;
        }
        var edition = await WritingDraft.OpenOrStart(visit, row);
        var photos = await Keep(visit, release);
        if (edition.Draft.Passages.IsEmpty && row.Step != WritingSteps.NewBody)
        {
            var guided = row.Step != WritingSteps.Title && row.Step != DraftPreview.Step && edition.Draft.CategoryCode is null;
            Take(visit, edition, name, release, photos);
            if (guided)
            {
                await steps.Continue(visit, row, WritingSteps.Photos);
                return;
            }
            WritingDraft.SetDefaultCategory(edition, await visit.Db.Skpds.FirstAsync(each => each.Code == edition.Item!.SkpdCode, visit.Cancel), visit.Now);
            await steps.ToPreview(visit, row, edition);
            return;
        }
        visit.Say(Taken(name, release, photos.Length), replyTo: visit.MessageId);
        await Ask(visit, row, name, release, photos);
    }

    /// <summary>The draft's text and photos, and its title where none was written before.</summary>
    public static void Take(Visit visit, Edition edition, string name, ArrivedRelease release, ImmutableArray<DraftPhoto> photos)
    {
        var other = edition.Draft.Title is { } typed && release.Title is { } read && typed != read ? RilisTeks.JudulLain(read) : "";
        visit.Say(Taken(name, release, photos.Length, other), replyTo: visit.MessageId);
        edition.AuthorMessageId ??= visit.MessageId;
        if (edition.Draft.Title is null && release.Title is { } title) Drafts.SetTitle(edition, title, null, visit.Now);
        Drafts.AppendPassage(edition, release.Body, null, visit.Now);
        Drafts.AddPhotos(edition, photos, visit.Now);
    }

    /// <summary>Remembers the photos' files.</summary>
    public static async Task<ImmutableArray<DraftPhoto>> Keep(Visit visit, ArrivedRelease release)
    {
        foreach (var each in release.Photos.DistinctBy(each => each.Photo.Hash)) await Drafts.Keep(visit.Db, each.Photo, visit.Now, visit.Cancel);
        return [.. release.Photos.Select((each, index) => new DraftPhoto(null, each.Photo.Hash, each.Caption, $"foto {index + 1}"))];
    }

    /// <summary>What was chosen for a document that came into a draft with text.</summary>
    public static void Place(Edition edition, WritingState state, StepChoice choice, DateTimeOffset now)
    {
        if (choice == StepChoice.Replace && state.Title is { } title) Drafts.SetTitle(edition, title, null, now);
        Drafts.AddPhotos(edition, state.Photos ?? [], now);
    }

    private static async Task Ask(Visit visit, ConversationRow row, string name, ArrivedRelease release, ImmutableArray<DraftPhoto> photos)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        if (row.Step == WritingSteps.NewBody)
        {
            Drafts.AddPhotos(await WritingDraft.OpenOrStart(visit, row), photos, visit.Now);
            visit.Keep(row, WritingSteps.NewBody, state with { Pending = state.Pending.Add(new DraftPassage(null, release.Body)) }, ConversationJson.Default.WritingState);
            await WritingPrompts.ShowNewBodyProgress(visit, row, anew: true);
            return;
        }
        visit.Keep(row, WritingSteps.Place, state with { Pending = state.Pending.Add(new DraftPassage(null, release.Body)), Title = state.Title ?? release.Title, Photos = [.. state.Photos ?? [], .. photos] }, ConversationJson.Default.WritingState);
        await visit.Prompt(RilisTeks.UntukApa(name), WritingPrompts.PlaceKeys(row));
    }

    private static StyledText Taken(string name, ArrivedRelease release, int photos, string other = "")
        => RilisTeks.Diterima(name, release.Title, Words.Count(release.Body.Text), photos, RilisTeks.Baris(other, release.Omissions));
}
