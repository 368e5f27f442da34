using KominfoBot.Sandbox.Phones;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KominfoBot.Sandbox.Page;

/// <summary>Photos and documents that come from the page as multipart: fields chat, caption, sample (any number) and files.</summary>
internal sealed class FileSending(World world, PhoneActs acts)
{
    private const long LargestBody = 120_000_000;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/photos", (Delegate)SendPhotosAsync);
        api.MapPost("/documents", (Delegate)SendDocumentsAsync);
    }

    private async Task<IResult> SendPhotosAsync(HttpContext context)
    {
        var (chat, caption, files) = await ReadAsync(context);
        if (files.Count == 0)
            return TypedResults.Json(new Refused("Tidak ada foto."), statusCode: 400);
        return Ids(SendGroups(files, (file, text, group) => acts.SendPhoto(chat, file, text, replyTo: null, group), caption));
    }

    private async Task<IResult> SendDocumentsAsync(HttpContext context)
    {
        var (chat, caption, files) = await ReadAsync(context);
        if (files.Count == 0)
            return TypedResults.Json(new Refused("Tidak ada berkas."), statusCode: 400);
        return Ids(SendGroups(files, (file, text, group) => acts.SendDocument(chat, file, text, replyTo: null, group), caption));
    }

    /// <summary>Albums hold ten at most; the caption goes with the first, as clients do.</summary>
    private List<int> SendGroups(List<SentFile> files, Func<SentFile, string?, string?, StoredMessage> send, string? caption) => world.Do(() =>
    {
        var sent = new List<int>();
        foreach (var batch in files.Chunk(10))
        {
            var group = batch.Length > 1 ? acts.NewGroup() : null;
            foreach (var file in batch)
                sent.Add(send(file, sent.Count == 0 ? caption : null, group).Id);
        }
        return sent;
    });

    private static async Task<(long Chat, string? Caption, List<SentFile> Files)> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        var form = await new FormFeature(context.Request, new FormOptions { MultipartBodyLengthLimit = LargestBody }).ReadFormAsync(context.RequestAborted);
        var files = new List<SentFile>();
        foreach (var name in form["sample"])
            files.Add(new SentFile(SampleDocuments.Read(name ?? "") ?? SamplePhotos.Read(name ?? ""), name));
        foreach (var part in form.Files)
        {
            using var content = new MemoryStream();
            await part.CopyToAsync(content, context.RequestAborted);
            files.Add(new SentFile(content.ToArray(), part.FileName));
        }
        if (!long.TryParse(form["chat"], out var chat))
            throw new ArgumentException("chat is missing");
        var caption = form["caption"].ToString();
        return (chat, caption.Length > 0 ? caption : null, files);
    }

    private static JsonHttpResult<Sent> Ids(List<int> sent) => TypedResults.Json(new Sent(sent));
}
