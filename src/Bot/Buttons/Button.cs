using System.Globalization;
using KominfoBot.Bot.Export;

namespace KominfoBot.Bot.Buttons;

/// <summary>
/// What a button means when it comes back. Never trusted (05-faults fact 4): a button names a wish, and the wish is authorised anew where the state changes.
/// At most 64 bytes each, at the largest ids (tested).
/// </summary>
public abstract record Button
{
    /// <summary>The callback_data of the button.</summary>
    public abstract string Pack();

    /// <summary>Null for anything that we did not pack (a forged or very old press).</summary>
    public static Button? Parse(string? data)
    {
        if (string.IsNullOrEmpty(data)) return null;
        var parts = data.Split(':');
        return parts[0] switch
        {
            StepButton.Prefix => StepButton.From(parts),
            CardButton.Prefix => CardButton.From(parts),
            ItemButton.Prefix => ItemButton.From(parts),
            ActButton.Prefix => ActButton.From(parts),
            AfterButton.Prefix => AfterButton.From(parts),
            CommandButton.Prefix => CommandButton.From(parts),
            DeskButton.Prefix => DeskButton.From(parts),
            PostingButton.Prefix => PostingButton.From(parts),
            ViewButton.Prefix => ViewButton.From(parts),
            SearchButton.Prefix => SearchButton.From(parts),
            ExportButton.Prefix => ExportButton.From(parts),
            _ => null,
        };
    }

    protected static bool TryName<T>(string text, out T value)
        where T : struct, Enum
        // Parsing alone would also take numbers, lists ("Open,Fix") and outer blanks.
        => Enum.TryParse(text, out value) && Enum.GetName(value) == text;

    protected static bool TryNumber(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

/// <summary>A step of the conversation of this chat; carries the conversation's number, so that one from an older conversation is recognised.</summary>
public sealed record StepButton(int Conversation, string Step, StepChoice Choice, string Argument = "") : Button
{
    internal const string Prefix = "s";

    public override string Pack() => $"{Prefix}:{Conversation}:{Step}:{Choice}:{Argument}";

    internal static StepButton? From(string[] parts)
        => parts.Length == 5 && TryNumber(parts[1], out var number) && number <= int.MaxValue && parts[2].Length > 0 && parts[3].Length > 0 && TryName<StepChoice>(parts[3], out var choice)
            ? new StepButton((int)number, parts[2], choice, parts[4])
            : null;
}

/// <summary>What can be chosen at a step of writing.</summary>
public enum StepChoice
{
    Done,
    Skip,
    Back,
    Skpd,
    Category,
    Send,
    SendAnyway,
    Improve,
    Title,
    Body,
    Photos,
    Caption,
    DropPhotos,
    DropPhotosYes,
    KeepPhotos,
    PickCategory,
    Delete,
    DeleteYes,
    Cancel,
    Whole,
    Replace,
    Append,
    Anew,
    Yes,
    Save,
    /// <summary>A photo by its position.</summary>
    Photo,
    Order,
    FixSpelling,
    Spellings,
    FixOne,
    RemoveNumbers,
    MaskIdentity,
    /// <summary>The place and date of the event.</summary>
    Occasion,
    Clear,
    /// <summary>Takes the PDF off a draft.</summary>
    Detach,
}

/// <summary>A reviewer's card: an edition, and the text that the reviewer saw (128 bits of its hash).</summary>
public sealed record CardButton(CardChoice Choice, long EditionId, string SeenText, int Argument = 0) : Button
{
    internal const string Prefix = "c";

    public override string Pack() => $"{Prefix}:{Choice}:{EditionId}:{SeenText}:{Argument}";

    internal static CardButton? From(string[] parts)
        => parts.Length == 5 && parts[1].Length > 0 && TryName<CardChoice>(parts[1], out var choice) && TryNumber(parts[2], out var edition) && parts[3].Length == 22 && TryNumber(parts[4], out var argument) && argument <= 99
            ? new CardButton(choice, edition, parts[3], (int)argument)
            : null;
}

/// <summary>What a reviewer can choose on a card.</summary>
public enum CardChoice
{
    Agree,
    Publish,
    Return,
    ReturnFor,
    Reject,
    RejectFor,
    RejectYes,
    OwnWords,
    Back,
    Read,
    History,
    Next,
    TakeBack,
    Retract,
    RetractFor,
    RetractYes,
    /// <summary>The acts that have no button on the card.</summary>
    More,
    /// <summary>All that a correction changes in the public text.</summary>
    Changes,
}

/// <summary>Something about one item, from its author's side.</summary>
public sealed record ItemButton(ItemChoice Choice, long EditionId) : Button
{
    internal const string Prefix = "i";

    public override string Pack() => $"{Prefix}:{Choice}:{EditionId}";

    internal static ItemButton? From(string[] parts)
        => parts.Length == 3 && parts[1].Length > 0 && TryName<ItemChoice>(parts[1], out var choice) && TryNumber(parts[2], out var edition) ? new ItemButton(choice, edition) : null;
}

/// <summary>What an SKPD can choose about an item.</summary>
public enum ItemChoice
{
    Open,
    Fix,
    Answer,
    Withdraw,
    WithdrawYes,
    /// <summary>Takes it back and goes on with the change that was made to a sent message.</summary>
    WithdrawAndChange,
    Keep,
}

/// <summary>Reading one item, by whoever may.</summary>
public sealed record ViewButton(ViewChoice Choice, long EditionId) : Button
{
    internal const string Prefix = "v";

    public override string Pack() => $"{Prefix}:{Choice}:{EditionId}";

    internal static ViewButton? From(string[] parts)
        => parts.Length == 3 && parts[1].Length > 0 && TryName<ViewChoice>(parts[1], out var choice) && TryNumber(parts[2], out var edition) ? new ViewButton(choice, edition) : null;
}

/// <summary>What can be read of an item.</summary>
public enum ViewChoice
{
    Open,
    Read,
    History,
    /// <summary>The history as a paper.</summary>
    Sheet,
}

/// <summary>A page of a search: which search of the chat, which page (0 is the first).</summary>
public sealed record SearchButton(int Query, int Page) : Button
{
    internal const string Prefix = "f";

    public override string Pack() => $"{Prefix}:{Query}:{Page}";

    internal static SearchButton? From(string[] parts)
        => parts.Length == 3 && TryNumber(parts[1], out var query) && query <= int.MaxValue && TryNumber(parts[2], out var page) && page < 1_000_000 ? new SearchButton((int)query, (int)page) : null;
}

/// <summary>/ekspor: a period, then a format.</summary>
public sealed record ExportButton(PeriodChoice Period, ExportFormat? Format = null) : Button
{
    internal const string Prefix = "e";

    public override string Pack() => $"{Prefix}:{Period}:{Format}";

    internal static ExportButton? From(string[] parts)
    {
        if (parts.Length != 3 || parts[1].Length == 0 || !TryName<PeriodChoice>(parts[1], out var period)) return null;
        if (parts[2].Length == 0) return new ExportButton(period);
        return TryName<ExportFormat>(parts[2], out var format) ? new ExportButton(period, format) : null;
    }
}

/// <summary>A way to a command for those who do not find slash commands.</summary>
public sealed record CommandButton(MenuChoice Choice) : Button
{
    internal const string Prefix = "m";

    public override string Pack() => $"{Prefix}:{Choice}";

    internal static CommandButton? From(string[] parts) => parts.Length == 2 && parts[1].Length > 0 && TryName<MenuChoice>(parts[1], out var choice) ? new CommandButton(choice) : null;
}

/// <summary>The commands that have a button.</summary>
public enum MenuChoice
{
    Write,
    Drafts,
    Status,
    Queue,
    Invite,
    Published,
    Help,
    People,
    Skpds,
    Name,
    Needs,
    Recap,
    Holidays,
}

/// <summary>Something about an SKPD's week, or (without an SKPD) the office's.</summary>
/// <param name="Week">As <c>202647</c>; 0: the present one.</param>
public sealed record PostingButton(PostingChoice Choice, string SkpdCode = "", int Week = 0) : Button
{
    internal const string Prefix = "p";

    public override string Pack() => $"{Prefix}:{Choice}:{SkpdCode}:{Week}";

    internal static PostingButton? From(string[] parts)
        => parts.Length == 4 && TryName<PostingChoice>(parts[1], out var choice) && TryNumber(parts[3], out var week) && week <= 999_999 ? new PostingButton(choice, parts[2], (int)week) : null;
}

/// <summary>What can be chosen at a reminder or a recap.</summary>
public enum PostingChoice
{
    /// <summary>Starts a draft for the SKPD.</summary>
    Write,
    Ideas,
    /// <summary>The recap of a week.</summary>
    Recap,
    /// <summary>The recap of a week as a paper.</summary>
    Pdf,
    Xlsx,
    /// <summary>A link to the board of all SKPDs.</summary>
    Board,
}
