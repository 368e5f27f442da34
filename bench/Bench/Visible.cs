using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KominfoBot.Sandbox;
using KominfoBot.Sandbox.Page;

namespace KominfoBot.Bench;

/// <summary>From the Kadis's last tap, as it reaches the Telegram server, until a reader of /feed.json sees the item; also while as many others read it as it can bear.</summary>
internal static class Visible
{
    /// <summary>A chat takes one message a second, and an author hears of each step: one author alone would be told later and later.</summary>
    private const int Authors = 8;

    private static readonly byte[] photo = SamplePhotos.Read(SamplePhotos.Names[0]);

    public static async Task Measure(int count, bool load)
    {
        await using var office = await BenchOffice.Open(Authors);
        using var http = new HttpClient();
        var feed = new Uri(office.Address, "/feed.json");
        List<double> waits = [];
        using var readers = load ? Readers.Start(feed) : null;
        for (var number = 1; number <= count; number++)
        {
            var title = $"Berita ukur nomor {number:0000} tentang gotong royong di nagari";
            var author = BenchOffice.FirstAuthor + (number % Authors);
            await BringToTheLastTap(office, author, title, number);
            var card = await office.See(BenchOffice.Kadis, "Ya, terbitkan", title);

            var began = Stopwatch.GetTimestamp();
            office.Telegram.Press(BenchOffice.Kadis, card.Id, "Ya, terbitkan");
            while (!(await http.GetStringAsync(feed)).Contains(title, StringComparison.Ordinal)) await Task.Delay(2);
            waits.Add(Machine.SecondsSince(began) * 1000);
            if (number % 10 == 0) Console.Error.WriteLine($"{number} of {count}");
        }
        if (readers is not null)
        {
            var (answers, failed) = await readers.Stop();
            Machine.Row("answers to other readers meanwhile", $"{answers}/s");
            Machine.Row("of these failed", $"{failed}", "0");
        }
        Machine.Row($"approve -> visible, p50 of {count}", Machine.Rounded(Machine.Percentile(waits, 0.5), "ms"));
        Machine.Row("approve -> visible, p99", Machine.Rounded(Machine.Percentile(waits, 0.99), "ms"), "< 250 ms");
        Machine.Row("approve -> visible, longest", Machine.Rounded(waits.Max(), "ms"));
    }

    /// <summary>An item with a photo, from the author's message until the Kadis is asked whether to publish.</summary>
    public static async Task BringToTheLastTap(BenchOffice office, long author, string title, int number)
    {
        office.Telegram.SendPhoto(author, photo, Whole(title, number));
        await office.Press(author, "Kirim", title);
        await Insist(office, author, title);
        await office.Press(BenchOffice.Kabid, "Setujui", title);
        await office.Press(BenchOffice.Kadis, "Setujui", title);
    }

    /// <summary>Acknowledges warnings, if there are any, until the Kabid has the card.</summary>
    private static async Task Insist(BenchOffice office, long author, string title)
    {
        SeenMessage? warned = null;
        bool Submitted() => office.Telegram.History(BenchOffice.Kabid).Any(message => message.FromBot && message.Text.Contains(title, StringComparison.Ordinal));
        await office.Telegram.UntilAsync(() => Submitted() || (warned = office.Telegram.History(author).LastOrDefault(message => message.AllButtons.Any(button => button.Text == "Tetap kirim"))) is not null);
        if (!Submitted()) office.Telegram.Press(author, warned!.Id, "Tetap kirim");
    }

    private static string Whole(string title, int number)
        => $"{title}\n" + string.Join(' ', Enumerable.Range(1, 12).Select(sentence => $"Warga jorong {number + sentence} membersihkan saluran air bersama wali nagari."));
}

/// <summary>wrk on 64 connections, until it is told to stop.</summary>
internal sealed class Readers : IDisposable
{
    private readonly Process wrk;

    private Readers(Process wrk) => this.wrk = wrk;

    public static Readers Start(Uri address)
        => new(Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c64", "-d3600s", address.ToString()]) { RedirectStandardOutput = true })!);

    /// <returns>Answers a second, and how many were no answer or not 2xx.</returns>
    public async Task<(string Answers, int Failed)> Stop()
    {
        // As Ctrl-C: it prints what it counted and ends.
        using var interrupt = Process.Start("kill", ["-INT", $"{wrk.Id}"]);
        var report = await wrk.StandardOutput.ReadToEndAsync();
        var failed = Regex.Matches(report, @"Non-2xx or 3xx responses: (\d+)|Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)")
            .SelectMany(match => match.Groups.Values.Skip(1)).Where(group => group.Success).Sum(group => int.Parse(group.Value, CultureInfo.InvariantCulture));
        return (Regex.Match(report, @"Requests/sec:\s*([\d.]+)").Groups[1].Value, failed);
    }

    public void Dispose()
    {
        if (!wrk.HasExited) wrk.Kill();
        wrk.Dispose();
    }
}
