using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace KominfoBot.Bench;

/// <summary>
/// An office's busiest day drawn out: people write at a steady rate for a long time, and once a minute an item with a photo goes the whole way to the feed. Told
/// are the times from a message's arrival at the Telegram server to the bot's answer there, and whether they, memory and open files grow.
/// </summary>
internal static class Soak
{
    private const int Authors = 40;
    private static readonly string passage = string.Concat(Enumerable.Repeat("Warga nagari bergotong royong membersihkan saluran air di tepi jalan kabupaten. ", 3));

    /// <summary>What a person says in turn: a draft begun, written and put aside.</summary>
    private static readonly string[] turns = ["/tulis", "", passage, passage, "/status", "/batal"];

    /// <param name="minutes">How long.</param>
    /// <param name="rate">Messages a second of all people together.</param>
    public static async Task Measure(int minutes, int rate)
    {
        await using var office = await BenchOffice.Open(Authors);
        await office.Telegram.UntilDrainedAsync();
        ConcurrentBag<(double Minute, double Milliseconds)> answers = [];
        List<(double Megabytes, int Files, int Threads)> sizes = [];
        var began = Stopwatch.GetTimestamp();
        double Minute() => Stopwatch.GetElapsedTime(began).TotalMinutes;
        var (said, published, unanswered) = (0, 0, 0);
        var publishing = Task.CompletedTask;
        List<Task> waiting = [];

        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        while (Minute() < minutes && await beat.WaitForNextTickAsync())
        {
            waiting.Add(Say(BenchOffice.FirstAuthor + (said % (Authors - 1)), said / (Authors - 1) % turns.Length, said));
            said++;
            if (said % (60 * rate) != 0) continue;
            waiting.RemoveAll(task => task.IsCompletedSuccessfully);
            sizes.Add(office.Size());
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Minute():0} min: {said} said, p99 {Machine.Percentile([.. answers.Where(each => each.Minute > Minute() - 1).Select(each => each.Milliseconds)], 0.99):0} ms, {sizes[^1].Megabytes:0} MB, {sizes[^1].Files} files, {sizes[^1].Threads} threads, load {Machine.Load}"));
            // The one before must be through: a minute is long enough for it.
            await publishing;
            publishing = Publish(++published);
        }
        await publishing;
        await Task.WhenAll(waiting);

        Machine.Row($"messages in {Minute():0} minutes, {published} items published", $"{said} ({said / (60 * Minute()):0.0}/s)");
        Machine.Row("not answered within a minute", $"{unanswered}", "0");
        foreach (var (name, share) in ((string, double)[])[("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999)])
            Machine.Row($"message -> answer, {name}", Machine.Rounded(Machine.Percentile([.. answers.Select(each => each.Milliseconds)], share), "ms"), share == 0.99 ? "< 200 ms" : "");
        var part = minutes / 6.0;
        Machine.Row("p99 of the first sixth, of the last", $"{Part(0, part):0}, {Part(minutes - part, minutes + 1):0} ms");
        var settled = sizes.Skip(Math.Max(1, minutes / 6)).ToList();
        Machine.Row("memory after a sixth, at the end, most", string.Create(CultureInfo.InvariantCulture, $"{settled[0].Megabytes:0}, {settled[^1].Megabytes:0}, {settled.Max(each => each.Megabytes):0} MB"));
        Machine.Row("open files after a sixth, at the end, most", $"{settled[0].Files}, {settled[^1].Files}, {settled.Max(each => each.Files)}");
        Machine.Row("threads after a sixth, at the end, most", $"{settled[0].Threads}, {settled[^1].Threads}, {settled.Max(each => each.Threads)}");

        double Part(double from, double to) => Machine.Percentile([.. answers.Where(each => each.Minute >= from && each.Minute < to).Select(each => each.Milliseconds)], 0.99);

        async Task Say(long author, int turn, int number)
        {
            var (before, sent) = (office.Telegram.Revision, Stopwatch.GetTimestamp());
            office.Telegram.Say(author, turns[turn] is { Length: > 0 } text ? text : $"Gotong royong ke-{number} warga nagari di tepi jalan");
            try
            {
                await office.Telegram.HearsAsync(author, message => message.FromBot, before, TimeSpan.FromMinutes(1));
                answers.Add((Minute(), Machine.SecondsSince(sent) * 1000));
            }
            catch (TimeoutException)
            {
                Interlocked.Increment(ref unanswered);
            }
        }

        // By the last author, who does nothing else.
        async Task Publish(int number)
        {
            var (author, title) = (BenchOffice.FirstAuthor + Authors - 1, $"Berita ukur nomor {number:0000} tentang gotong royong di nagari");
            await Visible.BringToTheLastTap(office, author, title, number);
            await office.Press(BenchOffice.Kadis, "Ya, terbitkan", title);
        }
    }
}
