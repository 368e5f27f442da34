using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

public sealed class NameTests
{
    /// <summary>A namespace KominfoBot.….Telegram would hide the library's own in every file below it.</summary>
    [Fact]
    public void Nothing_of_ours_is_called_Telegram()
    {
        Assert.DoesNotContain(OurAssembly.All.SelectMany(assembly => assembly.Types), type => type.Name == "Telegram" || type.Namespace!.Split('.').Contains("Telegram"));
        Assert.DoesNotContain(Sources.Folders, folder => Path.GetFileName(folder) == "Telegram");
    }

    /// <summary>Else the package Telegram.Bot could not take the place of src/TelegramBotApi without a conflict of names.</summary>
    [Fact]
    public void No_type_of_ours_is_named_like_one_of_the_library()
    {
        var taken = OurAssembly.Library.Assembly.GetExportedTypes().Where(type => type.Namespace?.StartsWith("Telegram.Bot", StringComparison.Ordinal) == true).Select(type => type.Name)
            .Concat(["Story", "Update", "Message", "Chat", "User", "Document", "Poll", "Location", "Contact", "Sticker", "Voice", "Video", "Audio", "Animation", "Invoice", "Game", "Dice", "Gift"])
            .ToHashSet();
        Assert.Empty(OurAssembly.All.SelectMany(assembly => assembly.Types).Where(type => !type.IsNested && taken.Contains(type.Name)).Select(type => type.FullName));
    }

    [Fact]
    public void No_folder_is_a_drawer_for_everything()
        => Assert.DoesNotContain(Sources.Folders, folder => Path.GetFileName(folder) is "Helpers" or "Helper" or "Services" or "Common" or "Utils" or "Utilities" or "Shared" or "Misc");

    [Fact]
    public void A_file_bears_the_namespace_of_its_folder()
    {
        var astray = new List<string>();
        foreach (var (project, root) in (ReadOnlySpan<(string, string)>)[("Bot", "KominfoBot.Bot"), ("Workflow", "KominfoBot.Workflow"), ("PublicFeed", "KominfoBot.PublicFeed"), ("Sandbox", "KominfoBot.Sandbox")])
            foreach (var file in Sources.Files(Path.Combine("src", project)))
            {
                var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
                var folder = Path.GetRelativePath(RepositoryRoot.File("src", project), Path.GetDirectoryName(file)!);
                var expected = folder == "." ? root : $"{root}.{folder.Replace('/', '.')}";
                if (line is not null && line != $"namespace {expected};") astray.Add($"{file}: {line}");
            }
        Assert.Empty(astray);
    }
}
