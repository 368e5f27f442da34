using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Waiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace KominfoBot.Bot.Jobs;

/// <summary>What the role <c>Jobs</c> runs. The store, a WorkingCalendar and the office's TimeProvider come from elsewhere.</summary>
public static class JobsRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions options)
    {
        // No hosted service of Quartz's own: it would build the scheduler before the web server listens. DueWatch does when it does.
        services.AddQuartz(quartz =>
        {
            // Unique within the process.
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = $"kominfo-{Guid.NewGuid():N}");
            quartz.UseInMemoryStore();
            quartz.AddJob<CarryOutDue>(job => job.WithIdentity(CarryOutDue.Key).StoreDurably());
        });
        services.TryAddSingleton(RealTime.System);
        services.AddSingleton<TimetableDesk>().AddSingleton<DueRound>().AddHostedService<DueWatch>();

        services.AddSingleton(new Timetable(AuditHeadPost.Kind, options.AuditHead ?? "", OnClosedDays.Anyway)).AddSingleton<AuditHeadPost>();
        services.AddSingleton(provider => new DueHandler(AuditHeadPost.Kind, provider.GetRequiredService<AuditHeadPost>().CarryOut));
        services.AddSingleton(new Timetable(MissingAdminsPost.Kind, options.MissingAdmins ?? "", OnClosedDays.NextWorkingDay)).AddSingleton<MissingAdminsPost>();
        services.AddSingleton(provider => new DueHandler(MissingAdminsPost.Kind, provider.GetRequiredService<MissingAdminsPost>().CarryOut));
        services.AddSingleton(new Timetable(Digest.Morning, options.MorningDigest ?? "", OnClosedDays.Skip)).AddSingleton(new Timetable(Digest.Noon, options.NoonDigest ?? "", OnClosedDays.Skip));
        services.AddEscalations(options.Escalation);
        services.AddSingleton(provider => new DueHandler(Escalations.Kind, provider.GetRequiredService<Escalations>().CarryOut));
        services.AddSingleton(new Timetable(LaneReport.Kind, options.LaneReport ?? "", OnClosedDays.NextWorkingDay)).AddSingleton<LaneReport>();
        services.AddSingleton(provider => new DueHandler(LaneReport.Kind, provider.GetRequiredService<LaneReport>().CarryOut));
        return services;
    }

    /// <summary>What plans escalations (beside the desk) and what carries them out; once where one process does both.</summary>
    public static void AddEscalations(this IServiceCollection services, EscalationOptions options)
    {
        services.TryAddSingleton(options);
        services.TryAddSingleton<Escalations>();
    }
}
