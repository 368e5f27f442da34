using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace KominfoBot.Sandbox.State;

/// <summary>A file that went through the practice Telegram. The bytes lie under their SHA-256.</summary>
internal sealed record StoredFile(string FileId, string UniqueId, string Hash, string Kind, string Path, long Size, string? Name, string? Mime, int Width, int Height)
{
    /// <summary>Whether getFile fails with "wrong file_id or the file is temporarily unavailable"; a test sets it.</summary>
    public bool Unavailable { get; init; }

    /// <summary>A size to claim instead of the true one, so that a test needs no 25 MB.</summary>
    public long? ClaimedSize { get; init; }

    public long ShownSize => ClaimedSize ?? Size;
}

/// <summary>All files, by file_id and by download path.</summary>
internal sealed class FileVault(World world)
{
    private readonly Dictionary<string, StoredFile> byId = [];
    private readonly Dictionary<string, StoredFile> byPath = [];

    /// <summary>Until when a download path works (unix seconds): an hour after getFile.</summary>
    private readonly Dictionary<string, long> openUntil = [];

    private string Root => System.IO.Path.Combine(world.Directory, "files");

    public StoredFile? Find(string fileId) => byId.GetValueOrDefault(fileId);

    public string BytesPath(StoredFile file) => System.IO.Path.Combine(Root, file.Hash);

    /// <summary>Takes bytes in; the caller may do this before it holds the world.</summary>
    public async Task<string> SaveAsync(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(Root);
        var part = System.IO.Path.Combine(Root, Guid.NewGuid().ToString("N") + ".part");
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var file = File.Create(part))
        {
            var buffer = new byte[81920];
            int read;
            while ((read = await content.ReadAsync(buffer, stop)) > 0)
            {
                hasher.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }
        }
        return Settle(part, Convert.ToHexStringLower(hasher.GetHashAndReset()));
    }

    public string Save(byte[] content)
    {
        Directory.CreateDirectory(Root);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var part = System.IO.Path.Combine(Root, Guid.NewGuid().ToString("N") + ".part");
        File.WriteAllBytes(part, content);
        return Settle(part, hash);
    }

    /// <summary>Gives stored bytes a new file_id.</summary>
    public StoredFile Register(string hash, string kind, string? name = null, string? mime = null, int width = 0, int height = 0, long? claimedSize = null)
    {
        var number = world.Number();
        var (prefix, folder, extension) = kind switch
        {
            "photo" => ("AgACAgUAAx0C", "photos", ".jpg"),
            "sticker" => ("CAACAgUAAx0C", "stickers", ".webp"),
            "voice" => ("AwACAgUAAx0C", "voice", ".oga"),
            "video" => ("BAACAgUAAx0C", "videos", ".mp4"),
            "audio" => ("CQACAgUAAx0C", "music", ".mp3"),
            _ => ("BQACAgUAAx0C", "documents", SafeExtension(name)),
        };
        var path = string.Create(CultureInfo.InvariantCulture, $"{folder}/file_{number}{extension}");
        var file = new StoredFile(prefix + Token(24), "AQAD" + Token(8), hash, kind, path,
            new FileInfo(System.IO.Path.Combine(Root, hash)).Length, name, mime, width, height)
        { ClaimedSize = claimedSize };
        Keep(file);
        return file;
    }

    public void Keep(StoredFile file)
    {
        byId[file.FileId] = file;
        byPath[file.Path] = file;
        world.Store.Put("file", file.FileId, JsonSerializer.Serialize(file));
    }

    /// <summary>Opens the download path for an hour, as getFile does.</summary>
    public void Open(StoredFile file) => openUntil[file.Path] = world.Now + 3600;

    public StoredFile? FindOpen(string path) =>
        byPath.TryGetValue(path, out var file) && openUntil.GetValueOrDefault(path) >= world.Now ? file : null;

    public void Clear()
    {
        byId.Clear();
        byPath.Clear();
        openUntil.Clear();
        if (Directory.Exists(Root))
            Directory.Delete(Root, recursive: true);
    }

    public void Load()
    {
        foreach (var (_, json) in world.Store.Read("file"))
        {
            var file = JsonSerializer.Deserialize<StoredFile>(json)!;
            byId[file.FileId] = file;
            byPath[file.Path] = file;
        }
    }

    private string Settle(string part, string hash)
    {
        File.Move(part, System.IO.Path.Combine(Root, hash), overwrite: true);
        return hash;
    }

    private static string SafeExtension(string? name)
    {
        var extension = System.IO.Path.GetExtension(name ?? "").ToLowerInvariant();
        return extension.Length is > 1 and <= 6 && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
    }

    private static string Token(int bytes) =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
