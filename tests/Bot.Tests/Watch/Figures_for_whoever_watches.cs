using System.Collections.Concurrent;
using System.Text;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Watch;

public sealed class Figures_for_whoever_watches
{
    [Fact]
    public async Task Metrics_are_Prometheus_text_with_what_waits_and_what_was_done()
    {
        await using var office = await Rehearsal.Begin(StoreProvider.Sqlite);
        await office.Rina.Submits();

        using var answer = await office.Web.GetAsync("/metrics", TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        foreach (var name in (string[])["kominfo_inbox_oldest_seconds", "kominfo_outbox_oldest_seconds", "kominfo_disk_free_bytes", "kominfo_people_unreachable", "kominfo_telegram_slowdowns_total", "kominfo_update_duration_seconds_count", "kominfo_messages_total"])
            Assert.Contains(text.Split('\n'), line => line.StartsWith(name, StringComparison.Ordinal));
        Assert.Contains("outcome=\"sent\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Token, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_collector_logs_traces_and_metrics_are_sent_and_never_the_token()
    {
        ConcurrentQueue<(string Path, string Body)> received = [];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Enqueue((signal, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        await using (var office = await Rehearsal.Begin(StoreProvider.Sqlite, $"--Telemetry:OtlpEndpoint={collector.Urls.Single()}", "--Telemetry:OtlpProtocol=HttpProtobuf"))
        {
            await office.Rina.Submits();
            // What waits to be sent goes out when the host stops.
            await office.Stop();
            Assert.DoesNotContain(received, each => each.Body.Contains(office.Token, StringComparison.Ordinal));
        }

        foreach (var (signal, word) in (IEnumerable<(string, string)>)[("logs", "Terhubung sebagai"), ("traces", "kominfo.update"), ("metrics", "kominfo.inbox.oldest")])
            Assert.Contains(received, each => each.Path == signal && each.Body.Contains(word, StringComparison.Ordinal));
    }
}
