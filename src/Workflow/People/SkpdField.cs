using System.Collections.Immutable;

namespace KominfoBot.Workflow.People;

/// <summary>What a value of a profile must be.</summary>
public enum SkpdFieldKind
{
    Text,
    /// <summary>Text that is never missing.</summary>
    Required,
    /// <summary>A whole http or https address.</summary>
    Address,
    /// <summary>Code of a category.</summary>
    Category,
    /// <summary>"ya" or "tidak".</summary>
    YesNo,
}

/// <summary>Why a value does not fit its field.</summary>
public enum SkpdFieldFault
{
    Missing,
    TooLong,
    NotAnAddress,
    NoSuchCategory,
    NotYesOrNo,
}

/// <summary>
/// One field of an SKPD's profile, by the name of its column. This list is the register: what is read from files, written to them, edited by chat and compared
/// in a preview comes from it.
/// </summary>
/// <param name="Limit">UTF-16 units.</param>
public sealed record SkpdField(string Column, SkpdFieldKind Kind, int Limit, Func<Skpd, string?> Get, Action<Skpd, string?> Set)
{
    public const string Yes = "ya", No = "tidak";

    /// <summary>The column that names the SKPD.</summary>
    public const string Code = "code";

    /// <summary>Opens and closes it; closing also notes when.</summary>
    public const string Active = "active";

    public static ImmutableArray<SkpdField> All { get; } =
    [
        new("name", SkpdFieldKind.Required, 200, skpd => skpd.Name, (skpd, value) => skpd.Name = value!),
        new("short_name", SkpdFieldKind.Required, 40, skpd => skpd.ShortName, (skpd, value) => skpd.ShortName = value!),
        new("category", SkpdFieldKind.Category, 30, skpd => skpd.DefaultCategory, (skpd, value) => skpd.DefaultCategory = value),
        new("head", SkpdFieldKind.Text, 100, skpd => skpd.Head, (skpd, value) => skpd.Head = value),
        new("address", SkpdFieldKind.Text, 300, skpd => skpd.Address, (skpd, value) => skpd.Address = value),
        new("phone", SkpdFieldKind.Text, 50, skpd => skpd.Phone, (skpd, value) => skpd.Phone = value),
        new("site", SkpdFieldKind.Address, 300, skpd => skpd.SiteUrl, (skpd, value) => skpd.SiteUrl = value),
        new("feed", SkpdFieldKind.Address, 300, skpd => skpd.FeedUrl, (skpd, value) => skpd.FeedUrl = value),
        new("exempt", SkpdFieldKind.YesNo, 5, skpd => YesNo(skpd.Exempt), (skpd, value) => skpd.Exempt = value == Yes),
        new("head_approves", SkpdFieldKind.YesNo, 5, skpd => YesNo(skpd.HeadApproves), (skpd, value) => skpd.HeadApproves = value == Yes),
        new(Active, SkpdFieldKind.YesNo, 5, skpd => YesNo(skpd.Active), (skpd, value) => skpd.Active = value == Yes),
    ];

    public static SkpdField? Of(string column) => All.FirstOrDefault(field => field.Column == column);

    /// <summary>A code as it stands in item numbers and addresses.</summary>
    public static bool IsCode(string text)
        => text.Length is > 0 and <= 30 && text.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-') && text[0] != '-' && text[^1] != '-';

    /// <summary>The value as it is kept; empty is none.</summary>
    public string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Kind == SkpdFieldKind.YesNo ? typed.Trim().ToLowerInvariant() : typed.Trim();

    /// <summary>Whether a tidied value fits.</summary>
    public SkpdFieldFault? Check(string? value, IReadOnlyCollection<string> categories) => (Kind, value) switch
    {
        (SkpdFieldKind.Required or SkpdFieldKind.YesNo or SkpdFieldKind.Category, null) => SkpdFieldFault.Missing,
        (_, null) => null,
        (SkpdFieldKind.YesNo, not (Yes or No)) => SkpdFieldFault.NotYesOrNo,
        (SkpdFieldKind.Category, _) when !categories.Contains(value) => SkpdFieldFault.NoSuchCategory,
        (SkpdFieldKind.Address, _) when !(Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http") => SkpdFieldFault.NotAnAddress,
        _ when value.Length > Limit => SkpdFieldFault.TooLong,
        _ => null,
    };

    private static string YesNo(bool value) => value ? Yes : No;
}
