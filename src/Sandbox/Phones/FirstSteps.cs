using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.Phones;

/// <summary>What people do before anything else.</summary>
internal static class FirstSteps
{
    /// <summary>Every phone of the office that never wrote presses Start.</summary>
    public static void PressStart(World world, PhoneActs acts) => world.Do(() =>
    {
        foreach (var room in world.Rooms.Phones.Where(room => !room.Started && room.Phone!.Role.Length > 0).ToList())
            acts.Say(room.Id, "/start", replyTo: null);
    });
}
