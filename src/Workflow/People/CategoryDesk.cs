using System.Globalization;
using System.Text;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>The kinds of news, kept by AdminPortal: added, renamed, ordered. A code stays for ever, since addresses and items carry it.</summary>
public static class CategoryDesk
{
    public const int LongestName = 30;

    private const int LongestCode = 30;

    /// <summary>In the order in which they are offered.</summary>
    public static async Task<IReadOnlyList<Category>> All(NewsroomDb db, CancellationToken cancel)
        => await db.Categories.OrderBy(category => category.Order).ThenBy(category => category.Code).ToListAsync(cancel);

    /// <summary>The code of a new category: its name in lower case ASCII; null when nothing is left of it.</summary>
    public static string? CodeFor(string name)
    {
        var code = new StringBuilder();
        foreach (var sign in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign)) code.Append(sign);
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && code.Length > 0 && code[^1] != '-') code.Append('-');
        }
        var made = code.ToString().Trim('-');
        return made.Length == 0 ? null : made[..Math.Min(made.Length, LongestCode)].Trim('-');
    }

    /// <summary>Adds one at the end.</summary>
    /// <returns>Null when the actor may not, the name is taken, or it makes no code.</returns>
    public static async Task<Category?> Add(NewsroomDb db, string name, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var all = await All(db, cancel);
        if (!by.Holds(Role.AdminPortal) || CodeFor(name) is not { } code || all.Any(each => each.Code == code || IsCalled(each, name))) return null;
        var added = new Category { Code = code, Name = name, Order = all.Count == 0 ? 1 : all[^1].Order + 1 };
        db.Categories.Add(added);
        await Note(db, "AddCategory", $"{code}: {name}", by, now, cancel);
        return added;
    }

    /// <returns>False when the actor may not or another one has the name.</returns>
    public static async Task<bool> Rename(NewsroomDb db, Category category, string name, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal) || (await All(db, cancel)).Any(each => each.Code != category.Code && IsCalled(each, name))) return false;
        var before = category.Name;
        category.Name = name;
        await Note(db, "RenameCategory", $"{category.Code}: {before} -> {name}", by, now, cancel);
        return true;
    }

    /// <summary>One place up or down; at the end it stays.</summary>
    public static async Task Move(NewsroomDb db, Category category, bool up, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (!by.Holds(Role.AdminPortal)) return;
        var all = (await All(db, cancel)).ToList();
        var (from, to) = (all.IndexOf(category), all.IndexOf(category) + (up ? -1 : 1));
        if (from < 0 || to < 0 || to >= all.Count) return;
        (all[from], all[to]) = (all[to], all[from]);
        for (var place = 0; place < all.Count; place++) all[place].Order = place + 1;
        await Note(db, "MoveCategory", $"{category.Code}: {from + 1} -> {to + 1}", by, now, cancel);
    }

    private static bool IsCalled(Category category, string name) => string.Equals(category.Name, name, StringComparison.OrdinalIgnoreCase);

    private static Task<AuditEvent> Note(NewsroomDb db, string act, string what, Actor by, DateTimeOffset now, CancellationToken cancel)
        => AuditChain.Append(db, new AuditEntry(0, now, act, by.MemberId, by.Name, nameof(Role.AdminPortal), Detail: what), now, cancel);
}
