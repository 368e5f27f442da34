namespace KominfoBot.Sandbox.Faults;

/// <summary>Counts sent messages in a sliding window of real time and says when Telegram would answer 429.</summary>
internal sealed class FloodGate(FloodLimits? limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Queue<long>> perChat = [];
    private readonly Queue<long> total = new();

    /// <summary>Seconds to wait, or <c>null</c> when the message may pass.</summary>
    public int? Check(long chatId)
    {
        if (limits is null)
            return null;
        lock (gate)
        {
            if (!perChat.TryGetValue(chatId, out var chat))
                perChat[chatId] = chat = new();
            var wait = Wait(chat, limits.PerChat) ?? Wait(total, limits.Total);
            if (wait is not null)
                return wait;
            var now = TimeProvider.System.GetTimestamp();
            chat.Enqueue(now);
            total.Enqueue(now);
            return null;
        }
    }

    private int? Wait(Queue<long> sent, int limit)
    {
        while (sent.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest) > limits!.Window)
            sent.Dequeue();
        if (sent.Count < limit)
            return null;
        var left = limits!.Window - TimeProvider.System.GetElapsedTime(sent.Peek());
        return Math.Max(1, (int)Math.Ceiling(left.TotalSeconds));
    }
}
