using System.Globalization;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// The real Telegram or practice. Practice lives in <c>sandbox</c> inside the data directory. Where the real one ever ran, practice is refused: a token
/// that got lost on the way must not turn an office's bot into a playground, nor practice people into reviewers.
/// </summary>
/// <param name="IsSandbox">No token.</param>
/// <param name="Directory">Where this world keeps everything.</param>
/// <param name="Outer">The data directory as configured.</param>
public sealed record World(bool IsSandbox, DataDirectory Directory, DataDirectory Outer)
{
    /// <summary>Setting of the secret that makes it real.</summary>
    public const string TokenSetting = "Telegram:BotToken";

    private const string FactName = "world";
    private const string MarkerName = "ran-with-token";

    private string FactValue => IsSandbox ? "sandbox" : "telegram";

    private string Marker => Outer.File(MarkerName);

    /// <summary>The world that `serve` shall make.</summary>
    /// <exception cref="OperatorException">Without a token, where there was one before.</exception>
    public static World ForServe(Settings settings)
    {
        var outer = DataDirectory.Of(settings);
        if (settings.Text(TokenSetting) is not null) return new World(false, outer, outer);
        var world = new World(true, outer.Inside("sandbox"), outer);
        return File.Exists(world.Marker) ? throw LostToken($"DataDirectory {outer.Path}") : world;
    }

    /// <summary>The world that a command means: the one whose token is given, or else the one that is there.</summary>
    public static World ForCommand(Settings settings)
    {
        var outer = DataDirectory.Of(settings);
        return settings.Text(TokenSetting) is not null || File.Exists(outer.File(MarkerName)) ? new World(false, outer, outer) : new World(true, outer.Inside("sandbox"), outer);
    }

    /// <summary>Marks directory and store as this world's, or finds that they are the other's.</summary>
    /// <exception cref="OperatorException">The store belongs to the other world.</exception>
    public async Task Claim(NewsroomStore store, DateTimeOffset now, CancellationToken cancel)
    {
        var present = await store.Read(db => db.Facts.Where(fact => fact.Name == FactName).Select(fact => fact.Value).FirstOrDefaultAsync(cancel), cancel);
        if (present is null) present = await store.Write(async db =>
        {
            if (await db.Facts.FindAsync([FactName], cancel) is { } other) return other.Value;
            db.Facts.Add(new FactRow { Name = FactName, Value = FactValue });
            return FactValue;
        }, cancel);

        if (present != FactValue)
            throw IsSandbox ? LostToken("Basis data ini") : new OperatorException("Basis data ini berisi data latihan (sandbox). Pakai basis data lain lewat Store:ConnectionString untuk Telegram yang sebenarnya.");
        if (!IsSandbox) await Mark(now, cancel);
    }

    /// <summary>Leaves the mark of the real Telegram in the data directory.</summary>
    public async Task Mark(DateTimeOffset now, CancellationToken cancel)
    {
        if (!File.Exists(Marker))
            await File.WriteAllTextAsync(Marker, string.Create(CultureInfo.InvariantCulture, $"Sejak {now:O} direktori ini dipakai dengan token bot; tanpa token KominfoBot menolak memakainya. Jangan dihapus.\n"), cancel);
    }

    private static OperatorException LostToken(string where)
        => new($"{where} pernah dipakai dengan token bot, tetapi {TokenSetting} sekarang kosong. Isi Telegram__BotToken, atau untuk latihan pakai direktori lain dengan --DataDirectory.");
}
