namespace KominfoBot.Sandbox;

/// <summary>A situation of the office that people can load to practise in: real acts, played again from an empty office on.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Title">What the page's menu calls it.</param>
/// <param name="Summary">One sentence about what one finds.</param>
/// <param name="Begins">When its first act happens, given the practice clock's present; never earlier than that, since the clock only moves forward.</param>
/// <param name="Ends">Where the clock will stand when it is loaded, given the practice clock's present; the menu says so beforehand.</param>
/// <param name="Play">Plays the acts on an empty office at that time, telling how far it is; returns when all of them are carried out.</param>
public sealed record SandboxScene(
    string Id, string Title, string Summary, Func<DateTimeOffset, DateTimeOffset> Begins, Func<DateTimeOffset, DateTimeOffset> Ends, Func<SceneProgress, CancellationToken, Task> Play);

/// <summary>Hears how far a scene is.</summary>
/// <param name="done">Items that are written.</param>
/// <param name="all">Items of the whole scene.</param>
public delegate void SceneProgress(int done, int all);
