using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Somebody with a phone. What the bot said since the last time this person listened is unheard: new words, and messages whose words changed.</summary>
public sealed class Person(Rehearsal rehearsal, SandboxPhone phone)
{
    private readonly Dictionary<int, string> heard = [];

    public long Id => phone.TelegramId;

    public string Name => phone.Name;

    public IReadOnlyList<SeenMessage> Chat => rehearsal.Driver.History(Id);

    private SandboxDriver Driver => rehearsal.Driver;

    private List<SeenMessage> Unheard => [.. Chat.Where(message => message.FromBot && heard.GetValueOrDefault(message.Id, "\0") != message.Text).OrderBy(message => message.Revision)];

    // ---- acts -------------------------------------------------------------------------------------------------------------------------------

    public Task<SeenMessage> Says(string text, int? replyTo = null) => Act(() => Driver.Say(Id, text, replyTo));

    /// <summary>Pastes a text of any length; the client cuts it.</summary>
    public Task<IReadOnlyList<SeenMessage>> Pastes(string text) => Act(() => Driver.SayLong(Id, text));

    public Task<SeenMessage> SendsPhoto(byte[] photo, string? caption = null) => Act(() => Driver.SendPhoto(Id, photo, caption));

    public Task<IReadOnlyList<SeenMessage>> SendsAlbum(IReadOnlyList<byte[]> photos, params string?[] captions) => Act(() => Driver.SendAlbum(Id, photos, captions));

    public Task<SeenMessage> SendsFile(SentFile file, string? caption = null) => Act(() => Driver.SendDocument(Id, file, caption));

    public Task<SeenMessage> Sends(OtherKind kind) => Act(() => Driver.SendOther(Id, kind));

    public Task<SeenMessage> Edits(SeenMessage message, string text) => Act(() => Driver.EditMessage(Id, message.Id, text));

    /// <summary>Passes a message of another's chat on to the bot.</summary>
    public Task<SeenMessage> Forwards(SeenMessage message) => Act(() => Driver.Forward(message.ChatId, message.Id, Id));

    /// <summary>Presses the newest button of that name.</summary>
    public Task<PressAnswer> Taps(string button) => Taps(WithButton(button), button);

    public async Task<PressAnswer> Taps(SeenMessage message, string button)
    {
        rehearsal.Presses++;
        var answer = await Driver.PressAsync(Id, message.Id, button, stop: TestContext.Current.CancellationToken);
        await rehearsal.Quiet();
        return answer ?? throw new InvalidOperationException($"\"{button}\" only opens an address.");
    }

    /// <summary>Presses with data of one's own making, or of a button that is gone.</summary>
    public async Task<PressAnswer> Forges(SeenMessage message, string data)
    {
        rehearsal.Presses++;
        var answer = await Driver.PressDataAsync(Id, message.Id, data, stop: TestContext.Current.CancellationToken);
        await rehearsal.Quiet();
        return answer;
    }

    // ---- what is heard ----------------------------------------------------------------------------------------------------------------------

    /// <summary>Listens to all that was said since the last time; some message of it has all the words.</summary>
    public SeenMessage Hears(params ReadOnlySpan<string> words)
    {
        var unheard = Unheard;
        foreach (var message in unheard)
        {
            var fits = true;
            foreach (var word in words) fits &= message.Text.Contains(word, StringComparison.Ordinal);
            if (!fits) continue;
            Forgets();
            return message;
        }
        throw Disappointment($"{Name} did not hear “{string.Join("” and “", words.ToArray())}”", unheard);
    }

    /// <summary>As <see cref="Hears"/>, and nothing else was said.</summary>
    public SeenMessage HearsOnly(params ReadOnlySpan<string> words)
    {
        var unheard = Unheard;
        return unheard.Count == 1 ? Hears(words) : throw Disappointment($"{Name} should hear one message, not {unheard.Count}", unheard);
    }

    public void HearsNothing()
    {
        if (Unheard is { Count: > 0 } unheard) throw Disappointment($"{Name} should hear nothing", unheard);
    }

    /// <summary>Whatever was said up to now counts as heard.</summary>
    public void Forgets()
    {
        foreach (var message in Chat) heard[message.Id] = message.Text;
    }

    /// <summary>The newest message with that button.</summary>
    public SeenMessage WithButton(string button) => Chat.LastOrDefault(message => message.AllButtons.Any(each => each.Text == button))
        ?? throw Disappointment($"{Name} sees no button “{button}”", []);

    /// <summary>The message as it looks now.</summary>
    public SeenMessage Now(SeenMessage message) => Chat.Single(each => each.Id == message.Id);

    private async Task<T> Act<T>(Func<T> act)
    {
        var done = act();
        await rehearsal.Quiet();
        return done;
    }

    private Xunit.Sdk.XunitException Disappointment(string what, List<SeenMessage> unheard)
        => new($"{what}\nUnheard:\n{string.Join('\n', unheard)}\n\nThe chat:\n{Driver.Transcript(Id)}");
}
