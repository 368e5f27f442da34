using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.Checks;

namespace KominfoBot.Bot.Office;

/// <summary>Settings <c>Checks:*</c> with the office's own word lists.</summary>
public static class CheckRules
{
    /// <exception cref="OperatorException">A limit or a list is wrong: setting, file, line and value are named.</exception>
    public static TextRules Load(Settings settings)
    {
        var rules = settings.Get<TextRules>("Checks");
        try
        {
            return rules.ReadWords();
        }
        catch (FormatException error)
        {
            throw new OperatorException($"Setelan Checks:WordsDirectory: {error.Message} {Settings.Remedy("Checks:WordsDirectory")}");
        }
    }
}
