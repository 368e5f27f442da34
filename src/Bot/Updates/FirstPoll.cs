namespace KominfoBot.Bot.Updates;

/// <summary>The moment from which on this process listens to the chat. Whoever writes to the bot just then is heard; everything else of a start can wait for it.</summary>
public sealed class FirstPoll
{
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Made => made.Task;

    public void Mark() => made.TrySetResult();
}
