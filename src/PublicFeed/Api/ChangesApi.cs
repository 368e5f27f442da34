using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Api;

/// <summary>
/// <c>/api/changes?since=</c>: what was published, corrected or retracted, in the order of the commits. Whoever always asks with the <c>next</c> of the last
/// answer misses nothing, however clocks step and however many changes fall into one instant.
/// </summary>
internal sealed class ChangesApi(FeedSite site, PublishedNews news)
{
    private const int Most = 100;

    public async ValueTask<IAnswer> List(HttpContext http)
    {
        var cancel = http.RequestAborted;
        // Read first: what is committed while we look further comes with the next question.
        var head = await news.Head(cancel);
        long after = 0;
        if (http.Request.Query["since"].ToString() is { Length: > 0 } since)
        {
            if (ChangesDocument.Sequence(since) is { } token)
            {
                if (token > head)
                    return Problem.Gone("Nilai since lebih baru daripada catatan kami; catatan mungkin dipulihkan dari cadangan. Mohon mulai lagi tanpa since.", "no-cache");
                after = token;
            }
            else if (Instants.TryParse(since, out var instant))
                after = await news.FirstChangeSince(instant, cancel) - 1 ?? head;
            else
                return Problem.BadRequest("Parameter since harus waktu RFC 3339 (2026-01-31T08:00:00+07:00) atau nilai next dari jawaban sebelumnya.");
        }
        var changes = await news.ChangesAfter(after, Most, cancel);
        var items = await news.FindAll([.. changes.Select(change => change.Number).Distinct()], cancel);
        return new RenderedDocument(ChangesDocument.Write(site, changes, items, after), ItemsApi.ContentType, site.CacheControl);
    }
}
