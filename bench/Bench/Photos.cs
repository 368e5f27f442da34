using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bench;

/// <summary>All variants of photos, beside sharp with the same photos, turn by turn.</summary>
internal static class Photos
{
    private const int Kinds = 4, AtOnce = 8;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <param name="count">Photos one after the other, for the memory.</param>
    /// <param name="script">What asks sharp (<c>bench/sharp.cjs</c>), beside its node_modules.</param>
    /// <param name="program">The folder of a published program, compiled ahead of time as offices run it; null: the one that was built.</param>
    public static async Task Measure(int count, string script, string? program)
    {
        var folder = Path.Combine(Machine.Workplace, $"photos-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            var files = new PhotoFiles(Path.Combine(folder, "data"));
            List<(StoredPhoto Photo, string File)> photos = [];
            for (var kind = 0; kind < Kinds; kind++)
            {
                var drawn = await Photo.Drawn(folder, kind);
                await using var content = File.OpenRead(drawn);
                photos.Add(((await files.Store(content, content.Length, CancellationToken.None)).Photo!, drawn));
            }
            using var tool = new ImageTool(new ImageToolLimits(), TimeProvider.System, program is null ? null : ImageProgram.In(Path.GetFullPath(program)));
            var maker = new VariantMaker(files, tool);
            Task Ours(int number) => maker.Make(photos[number % Kinds].Photo.Hash, photos[number % Kinds].Photo.Header.Format, 4000, 3000, CancellationToken.None);
            using var sharp = new Sharp(script);
            string To(int number) => Directory.CreateDirectory(Path.Combine(folder, $"sharp-{number}")).FullName;
            Task Theirs(string way, int number) => sharp.Make(way, photos[number % Kinds].File, To(number % AtOnce));

            Dictionary<string, List<double>> takes = new() { ["ours"] = [], ["each"] = [], ["once"] = [] };
            Dictionary<string, List<double>> many = new() { ["ours"] = [], ["each"] = [], ["once"] = [] };
            for (var turn = -1; turn < 9; turn++)
                foreach (var who in takes.Keys)
                {
                    // Ours has started the process for the next photo by then, which is not to slow the others.
                    await Task.Delay(Rest);
                    var took = await Timed(() => who == "ours" ? Ours(turn + 1) : Theirs(who, turn + 1));
                    if (turn >= 0) takes[who].Add(took);
                    if (turn % 3 != 0) continue;
                    await Task.Delay(Rest);
                    many[who].Add(await Timed(() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => who == "ours" ? Ours(number) : Theirs(who, number)))));
                }
            Tell("all variants of one 12 MP photo", takes);
            Tell($"of {AtOnce} photos at once", many);

            var before = Environment.WorkingSet / 1e6;
            var memory = new List<double>();
            for (var number = 0; number < count; number++)
            {
                await Ours(number);
                memory.Add(Environment.WorkingSet / 1e6);
            }
            Machine.Row($"memory before {count} more photos", Machine.Rounded(before, "MB"));
            Machine.Row("after half of them, after all", $"{Machine.Rounded(memory[count / 2], "MB")}, {Machine.Rounded(memory[^1], "MB")}", "flat");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Tell(string what, Dictionary<string, List<double>> takes)
    {
        var middles = takes.ToDictionary(one => one.Key, one => Machine.Percentile(one.Value, 0.5));
        var best = Math.Min(middles["each"], middles["once"]);
        Machine.Row($"{what}, ours", Machine.Rounded(middles["ours"], "s"));
        Machine.Row("  sharp, decoding for each / once", $"{middles["each"]:0.##} s / {middles["once"]:0.##} s");
        Machine.Row("  ratio to the quicker of them", Machine.Rounded(middles["ours"] / best, ""), "<= 1.3");
    }

    private static async Task<double> Timed(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Machine.SecondsSince(began);
    }

    /// <summary>A Node process that works on several photos at a time, as a server would.</summary>
    private sealed class Sharp : IDisposable
    {
        private readonly Process node;
        private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();
        private int last;

        public Sharp(string script)
        {
            node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            node.OutputDataReceived += (_, line) =>
            {
                if (line.Data is { } id && waiting.TryRemove(id, out var one)) one.SetResult();
            };
            node.BeginOutputReadLine();
            node.EnableRaisingEvents = true;
            node.Exited += (_, _) =>
            {
                foreach (var one in waiting.Values) one.TrySetException(new InvalidOperationException("sharp has ended"));
            };
        }

        public Task Make(string way, string photo, string folder)
        {
            var id = Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
            var done = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (node)
            {
                node.StandardInput.WriteLine($"{id}\t{way}\t{photo}\t{folder}");
                node.StandardInput.Flush();
            }
            return done.Task;
        }

        public void Dispose()
        {
            node.StandardInput.Close();
            node.WaitForExit();
            node.Dispose();
        }
    }
}
