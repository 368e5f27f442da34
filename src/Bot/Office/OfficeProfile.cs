using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Office;

/// <summary>The office that this bot works for, as the chat names it.</summary>
/// <param name="Name">E.g. "Kabupaten Lima Puluh Kota".</param>
/// <param name="PublicBase">The one base of all public links, without a slash at the end.</param>
/// <param name="OwnerChatUserId">This account becomes the first AdminPortal.</param>
/// <param name="ChannelId">The public channel that gets each published item; null: none.</param>
public sealed record OfficeProfile(string Name, OfficeTime Time, string PublicBase, long? OwnerChatUserId, long? ChannelId = null)
{
    public string LinkTo(string number, string slug) => $"{PublicBase}/berita/{number}/{slug}";
}
