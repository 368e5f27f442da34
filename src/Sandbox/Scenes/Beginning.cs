using KominfoBot.Sandbox.Phones;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.Scenes;

/// <summary>"Mulai dari awal": empty chats, the host's part, and everybody presses Start.</summary>
internal sealed class Beginning(World world, PhoneActs acts, SandboxOptions options)
{
    public async Task Again()
    {
        world.StartOver();
        if (options.OnReset is { } hook)
            await hook();
        if (options.PressStart)
            FirstSteps.PressStart(world, acts);
    }
}
