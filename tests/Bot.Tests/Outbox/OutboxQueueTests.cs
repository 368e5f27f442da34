using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class OutboxQueueTests
{
    private readonly ManualClock clock = new();
    private readonly OutboxQueue queue;
    private long sequence;

    public OutboxQueueTests() => queue = new(clock, 1000);

    [Fact]
    public void Of_a_chat_one_at_a_time_in_order()
    {
        var (first, second) = (Add(7), Add(7));
        Assert.Equal(first, Take());
        Assert.Null(Take());
        queue.Finish(first, called: true);
        Assert.Equal(second, Take());
    }

    [Fact]
    public void Across_chats_by_priority_and_a_reply_makes_its_whole_chat_urgent()
    {
        var notice = Add(1, Priority.Notice);
        var card = Add(2, Priority.Card);
        var beforeReply = Add(3, Priority.Notice);
        var reply = Add(3, Priority.Reply);
        var answer = Add(0, Priority.Answer, message: false);
        Assert.Equal([answer, beforeReply, card, notice], new[] { Take(), Take(), Take(), Take() });
        queue.Finish(beforeReply, called: true);
        Assert.Equal(reply, Take());
    }

    [Fact]
    public void Answers_wait_for_nobody_not_even_each_other()
    {
        for (var chat = 1; chat <= 20; chat++) Add(chat);
        while (Take() is not null) { }
        var answers = new[] { Add(0, Priority.Answer, message: false), Add(0, Priority.Answer, message: false) };
        Assert.Equal(answers, new[] { Take(), Take() });
    }

    [Fact]
    public void A_private_chat_gets_five_at_once_and_one_a_second_after()
    {
        for (var count = 0; count < 8; count++) Add(7);
        Assert.Equal(5, Drain());
        clock.Advance(TimeSpan.FromMilliseconds(990));
        Assert.Equal(0, Drain());
        Assert.InRange(Wait().TotalMilliseconds, 5, 15);
        clock.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal(1, Drain());
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, Drain());
    }

    [Fact]
    public void A_group_gets_no_more_than_twenty_in_any_minute()
    {
        for (var count = 0; count < 100; count++) Add(-100);
        var sent = new List<TimeSpan>();
        for (var second = 0; second < 200; second++)
        {
            sent.AddRange(Enumerable.Repeat(TimeSpan.FromSeconds(second), Drain()));
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(sent.Count, 45, 60);
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + TimeSpan.FromMinutes(1)), 1, 20));
    }

    [Fact]
    public void Edits_take_nothing_from_the_chats_share()
    {
        for (var count = 0; count < 50; count++) Add(-100, message: false);
        Assert.Equal(50, Drain());
        for (var count = 0; count < 5; count++) Add(-100);
        Assert.Equal(5, Drain());
    }

    [Fact]
    public void Over_all_chats_never_more_than_the_rate_in_any_second_and_hardly_less()
    {
        var slow = new OutboxQueue(clock, 30);
        for (var chat = 1; chat <= 200; chat++) slow.Add(new(++sequence, chat, Priority.Notice, true, default));
        var sent = new List<TimeSpan>();
        for (var ms = 0; ms < 3000; ms += 10)
        {
            while (slow.TryTake(out _) is { } row)
            {
                slow.Finish(row, called: true);
                sent.Add(TimeSpan.FromMilliseconds(ms));
            }
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        Assert.InRange(sent.Count, 86, 90);
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + TimeSpan.FromSeconds(1)), 1, 30));
    }

    [Fact]
    public void A_retried_row_stays_first_of_its_chat_and_holds_up_no_other()
    {
        var (first, second, other) = (Add(1), Add(1), Add(2));
        Assert.Equal(first, Take());
        queue.Retry(first, TimeSpan.FromSeconds(35));
        Assert.Equal(other, Take());
        clock.Advance(TimeSpan.FromSeconds(34.9));
        Assert.Null(Take());
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal(first, Take());
        queue.Finish(first, called: true);
        Assert.Equal(second, Take());
    }

    [Fact]
    public void Three_requests_for_a_pause_within_ten_seconds_pause_all()
    {
        for (var chat = 1; chat <= 4; chat++) Add(chat);
        for (var chat = 1; chat <= 2; chat++) Slow();
        var third = Take();
        Assert.NotNull(third);
        queue.Finish(third, called: true);
        Add(5);
        Slow();
        Add(6);
        Assert.Null(Take());
        Assert.Equal(20, Wait().TotalSeconds, 0.1);
        clock.Advance(TimeSpan.FromSeconds(20.1));
        Assert.NotNull(Take());

        void Slow()
        {
            var row = Take();
            Assert.NotNull(row);
            queue.CountTooMany(TimeSpan.FromSeconds(20));
            queue.Retry(row, TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public void Two_of_them_far_apart_pause_nobody_else()
    {
        queue.CountTooMany(TimeSpan.FromSeconds(20));
        queue.CountTooMany(TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(11));
        queue.CountTooMany(TimeSpan.FromSeconds(20));
        Add(1);
        Assert.NotNull(Take());
    }

    [Fact]
    public void A_parked_row_holds_its_chat_until_its_time()
    {
        var parked = new QueuedRow(++sequence, 1, Priority.Reply, true, clock.GetUtcNow() + TimeSpan.FromHours(1));
        queue.Add(parked);
        Add(1);
        Assert.Null(Take());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(parked, Take());
    }

    [Fact]
    public void The_same_row_is_added_once_and_may_come_again_when_it_is_finished()
    {
        var row = Add(1);
        queue.Add(new(row.Sequence, 1, Priority.Reply, true, default));
        queue.Finish(Take()!, called: true);
        Assert.Null(Take());
    }

    [Fact]
    public void A_row_that_needed_no_call_costs_nothing()
    {
        for (var count = 0; count < 20; count++) Add(1);
        for (var count = 0; count < 15; count++) queue.Finish(Take()!, called: false);
        Assert.Equal(5, Drain());
    }

    private QueuedRow Add(long chat, Priority priority = Priority.Reply, bool message = true)
    {
        var row = new QueuedRow(++sequence, chat, priority, message, default);
        queue.Add(row);
        return row;
    }

    private QueuedRow? Take() => queue.TryTake(out _);

    private TimeSpan Wait()
    {
        Assert.Null(queue.TryTake(out var wait));
        return wait!.Value;
    }

    private int Drain()
    {
        var count = 0;
        while (Take() is { } row)
        {
            queue.Finish(row, called: true);
            count++;
        }
        return count;
    }
}
