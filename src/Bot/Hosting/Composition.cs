using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>What the house is made of: the newsroom, its conversations, and the services that run beside the web host.</summary>
public static class Composition
{
    /// <summary>The desk, the conversations and the cards: everything between an update and what is said about it.</summary>
    public static IServiceCollection AddNewsroom(this IServiceCollection services, OfficeProfile office, TextRules rules)
    {
        services.AddSingleton(office).AddSingleton(rules);
        services.AddSingleton(provider => new NewsDesk(provider.GetRequiredService<OfficeTime>(), rules));
        services.AddSingleton<CardDesk>().AddSingleton<Announcer>().AddSingleton<DraftPreview>().AddSingleton<Submitting>().AddSingleton<PhotoSettlement>().AddSingleton<UnreachableNotice>();
        services.AddSingleton<StartConversation>().AddSingleton<WritingConversation>().AddSingleton<EditedMessages>().AddSingleton<AuthorConversation>().AddSingleton<ReviewConversation>().AddSingleton<InviteConversation>();
        services.AddSingleton<IncomingPhotos>().AddSingleton<IUpdateHandler, UpdateRouter>();
        services.AddSingleton<UnreachableHook>(provider => provider.GetRequiredService<UnreachableNotice>().Tell);
        services.AddHostedService<CardRepair>();
        return services;
    }

    /// <summary>The photos' shelves and the worker that makes their variants.</summary>
    public static IServiceCollection AddPhotos(this IServiceCollection services, string directory)
    {
        services.AddSingleton(new PhotoFiles(directory)).AddSingleton(new ImageTool(new ImageToolLimits())).AddSingleton<VariantMaker>();
        services.AddSingleton(provider => new VariantOutcome(provider.GetRequiredService<PhotoSettlement>().Settled, FotoTeks.Gagal));
        services.AddHostedService<VariantWorker>();
        return services;
    }
}
