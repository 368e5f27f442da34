using KominfoBot.Bot.Board;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Posting;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Posting;

/// <summary>The posting rule: its words for every part that speaks of it, and its notices for the role <c>Jobs</c>.</summary>
public static class PostingRegistration
{
    /// <summary>What is needed wherever the rule is spoken of.</summary>
    public static IServiceCollection AddPosting(this IServiceCollection services, PostingOptions options, ReminderOptions reminders)
    {
        services.AddSingleton(options).AddSingleton(options.Policy());
        services.AddSingleton(new Stages(Stage.All(reminders)));
        services.AddSingleton<PostingTable>().AddSingleton<RecapDesk>().AddSingleton<RecapWords>().AddSingleton<NoticeWords>().AddSingleton<DormancyDesk>();
        services.AddSingleton<StageRound>().AddSingleton<NoticeSender>();
        return services;
    }

    /// <summary>Draws the recap's picture when it is sent.</summary>
    public static IServiceCollection AddRecapPictures(this IServiceCollection services)
        => services.AddSingleton(new SvgTool()).AddSingleton<RecapPicture>().AddSingleton<PictureMaker>(provider => provider.GetRequiredService<RecapPicture>().Draw);

    /// <summary>The office's papers, made when they are sent.</summary>
    public static IServiceCollection AddPapers(this IServiceCollection services)
        => services.AddSingleton(provider => new WeekReports(provider.GetRequiredService<PostingTable>(), provider.GetRequiredService<IOptions<OfficeOptions>>().Value, provider.GetRequiredService<OfficeProfile>()))
            .AddSingleton(provider => new AuditReports(provider.GetRequiredService<IOptions<OfficeOptions>>().Value, provider.GetRequiredService<OfficeProfile>())).AddSingleton<PdfPress>()
            .AddSingleton<RecapPapers>().AddSingleton<FileMaker>(provider => provider.GetRequiredService<RecapPapers>().Make)
            .AddSingleton<AuditPapers>().AddSingleton<FileMaker>(provider => provider.GetRequiredService<AuditPapers>().Make);

    /// <summary>The board on the web.</summary>
    public static IServiceCollection AddBoard(this IServiceCollection services)
        => services.AddSingleton<BoardLink>().AddSingleton<BoardReader>().AddSingleton<BoardPage>().AddSingleton<BoardEndpoints>();

    /// <summary>The notices by the clock.</summary>
    public static IServiceCollection AddPostingNotices(this IServiceCollection services, ReminderOptions reminders)
    {
        foreach (var stage in Stage.All(reminders))
        {
            services.AddSingleton(new Timetable(stage.Kind, stage.Cron, OnClosedDays.NextWorkingDay, EachCounts: true));
            services.AddSingleton(provider => new DueHandler(stage.Kind, work => provider.GetRequiredService<StageRound>().CarryOut(work, stage)));
        }
        services.AddSingleton(provider => new DueHandler(Notice.Kind, provider.GetRequiredService<NoticeSender>().CarryOut));
        return services;
    }
}
