using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Media;

/// <summary><c>/media/{hash}-{variant}.jpg|webp</c>: 200 while a live item shows the photo, 410 when one once did, else 404.</summary>
internal sealed class MediaEndpoint(CurrentFeed current, PublishedNews news, FeedSite site, IOptions<FeedOptions> options, ILogger<MediaEndpoint> log)
{
    private readonly MediaTags tags = new();

    public async ValueTask<IAnswer> Get(HttpContext http)
    {
        if (MediaName.Parse(http.Request.RouteValues["name"] as string) is not { } name) return Problem.NotFound("Tidak ada foto di alamat itu.");
        if (current.State is not { } state) return Problem.Unavailable;
        switch (await state.Photo(name.Hash, news, http.RequestAborted))
        {
            case PhotoVisibility.Unknown:
                return Problem.NotFound("Tidak ada foto di alamat itu.");
            case PhotoVisibility.Gone:
                return Problem.Gone("Foto ini tidak lagi dipakai oleh berita mana pun.", site.CacheControl);
        }
        var file = new FileInfo(name.PathIn(options.Value.MediaDirectory));
        if (file.Exists) return new MediaFile(file, FeedPhoto.TypeOf(name.Format), await tags.Of(file, http.RequestAborted));
        if (name.Format == "jpg") log.LogError("Berkas foto {Name} milik berita yang terbit tidak ada di folder foto.", name);
        return Problem.NotFound("Tidak ada foto di alamat itu.");
    }
}
