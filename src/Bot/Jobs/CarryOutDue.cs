using Quartz;

namespace KominfoBot.Bot.Jobs;

/// <summary>The one job of this program: a look at what is due. Rounds do not overlap; a trigger that comes in the middle of one runs after it.</summary>
[DisallowConcurrentExecution]
internal sealed class CarryOutDue(DueRound round) : IJob
{
    public static readonly JobKey Key = new("carry-out-due");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await round.Run(cancellationToken);
}
