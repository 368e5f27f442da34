using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Photos.Worker;

// First, and before anything of the web or the store: this process has to start quickly.
if (args is [ImageWorker.Command]) return ImageWorker.Run();

return await Exit.CodeOf(() => CommandLine.Parse(args) switch
{
    { Command: "invite" } line => InviteCommand.Run(line),
    { Command: "import-skpd" } line => ImportSkpdCommand.Run(line),
    { Command: "verify-audit" } line => VerifyAuditCommand.Run(line),
    { Command: "export" } line => ExportCommand.Run(line),
    { Command: "backup" } line => BackupCommand.Run(line),
    { Command: "restore" } line => RestoreCommand.Run(line),
    { Command: "doctor" } line => DoctorCommand.Run(line),
    { Command: "setup" } line => SetupCommand.Run(line),
    { Command: "help" } => Console.Out.WriteLineAsync(CommandLine.Usage),
    var line => Serve(line),
});

static async Task Serve(CommandLine line)
{
    await using var house = await House.Open(line);
    await using var app = house.CreateBuilder().Furnish(house).Build();
    app.MapRooms(house);
    await house.Run(app);
}
