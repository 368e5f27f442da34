using System.Text;

namespace KominfoBot.Bot.Setup;

/// <summary>A line from the terminal that is not shown while it is typed.</summary>
internal static class HiddenLine
{
    /// <summary>Null where there is no terminal to hide it on.</summary>
    public static Func<string?>? Reader => Console.IsInputRedirected ? null : Read;

    private static string Read()
    {
        var line = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace && !char.IsControl(key.KeyChar)) line.Append(key.KeyChar);
            else if (key.Key == ConsoleKey.Backspace && line.Length > 0) line.Length--;
        }
        Console.Out.WriteLine();
        return line.ToString();
    }
}
