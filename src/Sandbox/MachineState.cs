namespace KominfoBot.Sandbox;

/// <summary>Looks into the program for the page's machine pane; the host gives it, and without one the page has no such pane.</summary>
public delegate Task<MachineState> MachineView(CancellationToken cancel);

/// <summary>What goes on inside, in words of the office.</summary>
/// <param name="Lifecycle">Where the item that moved last stands; <c>null</c> before there is one.</param>
/// <param name="Sections">Tables, in order.</param>
public sealed record MachineState(MachineLifecycle? Lifecycle, IReadOnlyList<MachineSection> Sections);

/// <summary>The places that an item can be in, in the order of its way.</summary>
/// <param name="Title">Which item it is about.</param>
/// <param name="Places">All places.</param>
/// <param name="Lit">Ids of those where the item is now.</param>
public sealed record MachineLifecycle(string Title, IReadOnlyList<MachinePlace> Places, IReadOnlyList<string> Lit);

/// <summary>A place by its id and its name.</summary>
public sealed record MachinePlace(string Id, string Label);

/// <summary>A table of the machine pane.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">Cells, as many as there are columns.</param>
/// <param name="Note">A line under the heading.</param>
public sealed record MachineSection(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null);
