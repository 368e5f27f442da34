using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Setup;

/// <summary>Asks on a console, one question at a time, until each answer is one that can be used.</summary>
/// <param name="answers">Where answers are read.</param>
/// <param name="questions">Where questions are written.</param>
/// <param name="hidden">Reads a line that nobody sees being typed, null at the end; where there is no terminal, null: secrets are read like all else.</param>
public sealed class Interview(TextReader answers, TextWriter questions, Func<string?>? hidden = null)
{
    /// <param name="usual">Taken for an empty answer; null: there must be one.</param>
    /// <param name="check">What is wrong with an answer, in one Indonesian sentence; null when nothing is.</param>
    /// <exception cref="OperatorException">The answers ended.</exception>
    public Task<string> Ask(string question, string? usual, Func<string, Task<string?>> check) => Ask(question, usual, check, answers.ReadLineAsync);

    public Task<string> Ask(string question, string? usual, Func<string, string?> check) => Ask(question, usual, answer => Task.FromResult(check(answer)));

    /// <summary>Not shown while it is typed or pasted, and says so.</summary>
    public Task<string> AskSecret(string question, Func<string, Task<string?>> check)
        => hidden is null ? Ask(question, null, check) : Ask($"{question} (tidak tampak saat ditempel; akhiri dengan Enter)", null, check, () => Task.FromResult(hidden()));

    private async Task<string> Ask(string question, string? usual, Func<string, Task<string?>> check, Func<Task<string?>> read)
    {
        while (true)
        {
            await questions.WriteAsync(usual is { Length: > 0 } ? $"{question} [{usual}]: " : $"{question}: ");
            await questions.FlushAsync();
            var answer = (await read() ?? throw new OperatorException("Penyiapan dihentikan; tidak ada yang ditulis.")).Trim();
            if (answer.Length == 0 && usual is not null) answer = usual;
            // The file that it goes into takes it between single quotes.
            var fault = answer.AsSpan().IndexOfAny('\'', '\0') >= 0 ? "Tanda petik tunggal tidak dapat dipakai di sini." : await check(answer);
            if (fault is null) return answer;
            await questions.WriteLineAsync($"  {fault}");
        }
    }

    public Task Say(string sentence) => questions.WriteLineAsync(sentence);
}
