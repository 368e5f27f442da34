using System.Globalization;
using KominfoBot.Workflow.Audit;

namespace KominfoBot.Bot.Hosting;

/// <summary>`verify-audit`: walks the chain of events from the first to the last, reading only, also while `serve` runs.</summary>
internal static class VerifyAuditCommand
{
    public static async Task Run(CommandLine line)
    {
        var settings = Settings.From(line);
        var verdict = await StoreDoor.Of(settings, World.ForCommand(settings).Directory).Look(db => AuditChain.Verify(db, CancellationToken.None), CancellationToken.None);
        if (!verdict.Whole)
            throw new OperatorException(string.Create(CultureInfo.InvariantCulture, $"Rantai audit rusak pada peristiwa {verdict.BrokenAt}: {verdict.Fault}. {verdict.Events} peristiwa sebelumnya utuh; bandingkan dengan cadangan terakhir."));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Rantai audit utuh: {verdict.Events} peristiwa, kepala {verdict.Head}"));
    }
}
