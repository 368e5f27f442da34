using KominfoBot.Bot.Hosting;

return await Exit.CodeOf(() => CommandLine.Parse(args) switch
{
    { Command: "invite" } line => InviteCommand.Run(line),
    { Command: "verify-audit" } line => VerifyAuditCommand.Run(line),
    { Command: "help" } => Console.Out.WriteLineAsync(CommandLine.Usage),
    var line => Serve(line),
});

static async Task Serve(CommandLine line)
{
    await using var house = await House.Open(line);
    var builder = house.CreateBuilder();

    await using var app = builder.Build();
    app.MapHealth();
    await house.Run(app);
}
