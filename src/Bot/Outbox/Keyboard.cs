using System.Collections.Immutable;
using System.Text;

namespace KominfoBot.Bot.Outbox;

/// <summary>How a button looks (Bot API 9.4 and later; older clients show it plain).</summary>
public enum KeyStyle
{
    Plain,
    Primary,
    Success,
    Danger,
}

/// <summary>One inline button: it either comes back to us as <see cref="Data"/> or opens <see cref="Url"/>.</summary>
public sealed record Key
{
    /// <summary>The Bot API's limit of InlineKeyboardButton.callback_data, in UTF-8 bytes.</summary>
    public const int DataLimit = 64;

    /// <exception cref="ArgumentException">Neither or both of data and address given, an empty label, or data of more than 64 bytes.</exception>
    public Key(string text, string? data = null, string? url = null, KeyStyle style = KeyStyle.Plain)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException("A button needs words.", nameof(text));
        if (data is null == url is null)
            throw new ArgumentException($"The button \"{text}\" needs either data or an address.", nameof(data));
        if (data is not null && Encoding.UTF8.GetByteCount(data) is 0 or > DataLimit)
            throw new ArgumentException($"The data of the button \"{text}\" must have 1 to {DataLimit} bytes.", nameof(data));
        (Text, Data, Url, Style) = (text, data, url, style);
    }

    public string Text { get; }
    public string? Data { get; }
    public string? Url { get; }
    public KeyStyle Style { get; }
}

/// <summary>The buttons under a message, row by row.</summary>
public sealed record Keyboard(ImmutableArray<ImmutableArray<Key>> Rows)
{
    /// <summary>No buttons, said explicitly: removes those that are there.</summary>
    public static Keyboard None { get; } = new([]);

    public static Keyboard OneRow(params Key[] keys) => new([[.. keys]]);

    /// <summary>Each key in a row of its own.</summary>
    public static Keyboard Column(params Key[] keys) => new([.. keys.Select(key => ImmutableArray.Create(key))]);

    /// <summary>The same with one more row below.</summary>
    public Keyboard Row(params Key[] keys) => keys is [] ? this : new(Rows.Add([.. keys]));

    public bool Equals(Keyboard? other)
        => other is not null && Rows.Length == other.Rows.Length && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => Rows.Aggregate(Rows.Length, (hash, row) => row.Aggregate(hash, HashCode.Combine));
}
