namespace KominfoBot.Sandbox.Faults;

/// <summary>The planned faults, in the order in which they were planned; the first that matches a request hits it.</summary>
internal sealed class FaultList
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];

    public void Add(Fault fault)
    {
        lock (gate)
            planned.Add(new Planned(fault));
    }

    public void Clear()
    {
        lock (gate)
            planned.Clear();
    }

    /// <summary>How many hits are still planned.</summary>
    public int Left
    {
        get
        {
            lock (gate)
                return planned.Sum(plan => plan.Left);
        }
    }

    public Fault? Hit(string method, long? chatId)
    {
        lock (gate)
        {
            foreach (var plan in planned)
            {
                if (!Matches(plan.Fault, method, chatId))
                    continue;
                if (plan.Skip > 0)
                {
                    plan.Skip--;
                    continue;
                }
                if (--plan.Left == 0)
                    planned.Remove(plan);
                return plan.Fault;
            }
            return null;
        }
    }

    private static bool Matches(Fault fault, string method, long? chatId) =>
        (fault.Method is { } named ? named.Equals(method, StringComparison.OrdinalIgnoreCase) : method != "getUpdates")
        && (fault.ChatId is not { } chat || chat == chatId);

    private sealed class Planned(Fault fault)
    {
        public Fault Fault { get; } = fault;
        public int Left { get; set; } = Math.Max(1, fault.Times);
        public int Skip { get; set; } = fault.Skip;
    }
}
