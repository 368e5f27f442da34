using System.Text.RegularExpressions;
using KominfoBot.Sandbox;
using KominfoBot.Sandbox.Page;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>Who works there, and what they do with their phones.</summary>
internal sealed partial class Office
{
    public static readonly SandboxPhone Owner = new(7_001_000_006, "Fajar Ramadhan", "", null, "pemilik");
    public static readonly SandboxPhone Author = new(7_001_000_001, "Rina Marlina", "", null, "admin DISDIK");
    public static readonly SandboxPhone SecondAuthor = new(7_001_000_002, "Hendri Saputra", "", null, "admin DINKES");
    public static readonly SandboxPhone Kabid = new(7_001_000_003, "Yeni Safitri", "", null, "Kabid");
    public static readonly SandboxPhone SecondKabid = new(7_001_000_005, "Desi Novita", "", null, "Kabid kedua");
    public static readonly SandboxPhone Kadis = new(7_001_000_004, "Joni Amir", "", null, "Kadis");

    /// <summary>A loaded machine is slow, and a bot that is killed again and again needs several lives for one answer; a broken program is silent for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(240);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The owner's /start and three invitations.</summary>
    public async Task Staff()
    {
        await Greet();
        await Invite(Author, "AdminSkpd", "--skpd", "DISDIK");
        await Invite(Kabid, "Kabid");
        await Invite(Kadis, "Kadis");
    }

    /// <summary>The owner's /start.</summary>
    public async Task Greet() => await SaysAndHears(Owner, "/start", "Admin Portal");

    /// <summary>An invitation, redeemed in the chat.</summary>
    public async Task Invite(SandboxPhone phone, string role, params string[] more) => await Redeem(phone, await Link(["invite", "--role", role, .. more]));

    /// <summary>An invitation from the command line, redeemed in the chat.</summary>
    public async Task InviteByCommand(SandboxPhone phone, string role, params string[] more) => await Redeem(phone, await LinkByCommand(["invite", "--role", role, .. more]));

    private async Task Redeem(SandboxPhone phone, string link) => await SaysAndHears(phone, $"/start {CodePattern().Match(link).Value}", "terdaftar sebagai");

    public async Task<SeenMessage> SaysAndHears(SandboxPhone phone, string says, string hears)
    {
        var before = Telegram.Revision;
        Telegram.Say(phone.TelegramId, says);
        return await Hears(phone, hears, before);
    }

    public Task<SeenMessage> Hears(SandboxPhone phone, string text, long since = 0) => Telegram.HearsAsync(phone.TelegramId, text, since, Patience, Stop);

    /// <summary>The newest message of the chat that has this button, as soon as there is one.</summary>
    public Task<SeenMessage> Sees(SandboxPhone phone, string button, long since = 0, string text = "")
        => Telegram.HearsAsync(phone.TelegramId, message => message.AllButtons.Any(each => each.Text == button) && message.Text.Contains(text, StringComparison.Ordinal), since, Patience, Stop);

    /// <summary>Presses the newest button of these words, without waiting for what follows.</summary>
    public async Task Press(SandboxPhone phone, string button, string text = "") => Telegram.Press(phone.TelegramId, (await Sees(phone, button, text: text)).Id, button);

    /// <summary>
    /// Presses and waits for what follows. Telegram forgets a press that nobody fetched for 150 seconds; then a person presses again. Any other press that has no
    /// effect is a lost one, which <see cref="IsInOrder"/> finds.
    /// </summary>
    private async Task<SeenMessage> PressUntil(SandboxPhone phone, SeenMessage on, string button, Func<SeenMessage, bool> follows)
    {
        while (true)
        {
            Telegram.Press(phone.TelegramId, on.Id, button);
            try
            {
                return await Telegram.HearsAsync(phone.TelegramId, message => message.Revision > on.Revision && follows(message), on.Revision, PressLife, Stop);
            }
            catch (TimeoutException) when (Telegram.History(phone.TelegramId).Any(message => message.Id == on.Id && message.AllButtons.Any(each => each.Text == button)))
            {
                Expired++;
            }
        }
    }

    /// <summary>Presses until the press is answered; one that Telegram forgot is repeated.</summary>
    /// <exception cref="ArgumentException">The button is gone.</exception>
    public async Task PressUntilAnswered(SandboxPhone phone, SeenMessage on, string button, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await Telegram.PressAsync(phone.TelegramId, on.Id, button, PressLife, stop);
                return;
            }
            catch (TimeoutException)
            {
                Expired++;
            }
        }
    }

    /// <summary>Presses that had to be repeated.</summary>
    public int Expired { get; private set; }

    private static readonly TimeSpan PressLife = TimeSpan.FromSeconds(155);

    /// <summary>Presses the newest button of these words and waits for the press's answer.</summary>
    public async Task<PressAnswer> PressAndHear(SandboxPhone phone, string button, string text = "")
        => (await Telegram.PressAsync(phone.TelegramId, (await Sees(phone, button, text: text)).Id, button, Patience, Stop))!;

    /// <summary>A photo and its whole item at once, submitted; its number.</summary>
    public async Task<string> Submit(SandboxPhone author, Sample sample)
    {
        if (sample.Photos == 1) Telegram.SendPhoto(author.TelegramId, Photo(sample.Number), sample.Whole);
        else Telegram.SendAlbum(author.TelegramId, [.. Enumerable.Range(0, sample.Photos).Select(index => Photo((100 * sample.Number) + index))], sample.Whole);
        return await SendDraft(author, sample);
    }

    /// <summary>Presses Kirim below the preview of this item, and Tetap kirim if there are warnings; the item's number.</summary>
    public async Task<string> SendDraft(SandboxPhone author, Sample sample)
    {
        var preview = await Telegram.HearsAsync(author.TelegramId, message => message.AllButtons.Any(button => button.Text == "Kirim")
            && message.Text.Contains(sample.Title, StringComparison.Ordinal) && message.Text.Contains($"{sample.Photos} foto ·", StringComparison.Ordinal), 0, Patience, Stop);
        var next = await PressUntil(author, preview, "Kirim", message => IsReceipt(message) || message.AllButtons.Any(button => button.Text == "Tetap kirim"));
        if (!IsReceipt(next)) next = await PressUntil(author, next, "Tetap kirim", IsReceipt);
        return NumberPattern().Match(next.Text).Value;
    }

    /// <summary>Kabid: Setujui. Kadis: Setujui, then Ya, terbitkan.</summary>
    public async Task Approve(Sample sample)
    {
        await Press(Kabid, "Setujui", sample.Title);
        await Press(Kadis, "Setujui", sample.Title);
        await Press(Kadis, "Ya, terbitkan", sample.Title);
    }

    /// <summary>Approved, until the author heard that it is out.</summary>
    public async Task Approve(SandboxPhone author, Sample sample)
    {
        await Approve(sample);
        await Telegram.HearsAsync(author.TelegramId, message => IsOut(message) && message.Text.Contains(sample.Title, StringComparison.Ordinal), 0, Patience, Stop);
    }

    public static bool IsOut(SeenMessage message) => message.Text.Contains("sudah terbit:", StringComparison.Ordinal);

    public static bool IsReceipt(SeenMessage message) => message.Text.StartsWith("Terkirim", StringComparison.Ordinal);

    /// <summary>One of the sample photos, made another file by a comment in it (ITU-T T.81, segment COM).</summary>
    public static byte[] Photo(int index)
    {
        var sample = SamplePhotos.Read(SamplePhotos.Names[index % SamplePhotos.Names.Count]);
        return [0xFF, 0xD8, 0xFF, 0xFE, 0, 6, .. BitConverter.GetBytes(index), .. sample[2..]];
    }

    [GeneratedRegex("[A-Za-z0-9_-]{22}$")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"[A-Z-]+-\d{4}-\d+")]
    private static partial Regex NumberPattern();
}
