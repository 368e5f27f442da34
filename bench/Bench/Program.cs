using System.Globalization;
using KominfoBot.Bench;

// Figures that stand in the closing notes, each with the machine, the disk and the load beside it:
//   bench/mainpath                                                       those of the main path, one table
//   dotnet run -c Release --project bench/Bench -- mainpath|updates|visible|start|photo|posting|reminders|soak [--count N] [--photo file.jpg] [--load]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var command = args.FirstOrDefault();
int Count(int usual) => Option("--count") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

Func<Task>? measure = command switch
{
    "mainpath" => async () =>
    {
        await Start.Measure(Count(7));
        await Updates.Measure(Count(2000));
        await Visible.Measure(Count(100), load: false);
        await Photo.Measure(Count(7), Option("--photo"));
    },
    "updates" => () => Updates.Measure(Count(2000)),
    "visible" => () => Visible.Measure(Count(100), args.Contains("--load")),
    "start" => () => Start.Measure(Count(7)),
    "posting" => () => Posting.Measure(Count(500_000)),
    "reminders" => () => Reminders.Measure(Count(2000)),
    "soak" => () => Soak.Measure(Count(60), rate: 5),
    "photo" => () => Photo.Measure(Count(7), Option("--photo")),
    "photos" => () => Photos.Measure(Count(40), Option("--peer")!, Option("--program")),
    "fill" => () => PublishedStore.Fill(Option("--provider") ?? "Sqlite", Option("--store")!, Option("--photos")!, Count(1000)),
    "publish" => () => PublishedStore.Publish(Option("--provider") ?? "Sqlite", Option("--store")!, Option("--photos")!, new Uri(Option("--feed")!), Count(20)),
    "bare" => () => Bare.Serve(Option("--root")!, int.Parse(Option("--port")!, CultureInfo.InvariantCulture), args.Contains("--inline")),
    _ => null,
};
if (measure is null)
{
    Console.Error.WriteLine("usage: mainpath | updates | visible | start | photo | posting | reminders | soak [--count N] [--photo file.jpg] [--load]");
    return 2;
}
// Tools of bench/feed, which reads their lines.
if (command is not ("fill" or "bare" or "publish")) Machine.Print();
await measure();
return 0;
