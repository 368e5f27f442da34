using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KominfoBot.PublicFeed.Media;

/// <summary><c>/media/{hash}-{variant}.jpg|webp</c> and <c>/media/{hash}.pdf</c>: 200 while a live item shows the photo or carries the PDF, 410 when one once did, else 404.</summary>
internal sealed class MediaEndpoint(CurrentFeed current, PublishedNews news, FeedSite site, MediaShelf shelf, ILogger<MediaEndpoint> log)
{
    public async ValueTask<IAnswer> Get(HttpContext http)
    {
        if (MediaName.Parse(http.Request.RouteValues["name"] as string) is not { } name) return Problem.NotFound("Tidak ada berkas di alamat itu.");
        if (current.State is not { } state) return Problem.Unavailable;
        switch (await state.Photo(name.Hash, news, http.RequestAborted))
        {
            case PhotoVisibility.Unknown:
                return Problem.NotFound("Tidak ada berkas di alamat itu.");
            case PhotoVisibility.Gone:
                return Problem.Gone(name.IsDocument ? "Dokumen ini tidak lagi dipakai oleh berita mana pun." : "Foto ini tidak lagi dipakai oleh berita mana pun.", site.CacheControl);
        }
        if (await shelf.Read(http.Request.Path.Value!, name, http.RequestAborted) is { } file) return file;
        // A PDF has no variants: anybody may ask for one.
        if (name.Format == "jpg" && !shelf.HoldsDocument(name.Hash)) log.LogError("Berkas foto {Name} milik berita yang terbit tidak ada di folder foto.", name);
        return Problem.NotFound("Tidak ada berkas di alamat itu.");
    }
}
