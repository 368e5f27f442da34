namespace KominfoBot.Sandbox.Tests;

/// <summary>Where the Bot API's description lies beside the repository, if it does.</summary>
internal static class ApiFile
{
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var file = System.IO.Path.Combine(directory.FullName, "shared", "telegram-bot-api.json");
            if (File.Exists(file))
                return file;
        }
        return null;
    }
}
