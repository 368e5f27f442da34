using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// appsettings.json beside the program, then systemd's credentials, then the environment (<c>Store__Provider</c>), then the command line: the later wins.
/// A wrong value stops the program with a sentence that names setting, value and remedy.
/// </summary>
public sealed class Settings(IConfiguration configuration)
{
    private static readonly string[] Secrets = ["Token", "Secret", "ConnectionString", "Password", "Headers"];

    public IConfiguration Configuration => configuration;

    /// <exception cref="OperatorException">appsettings.json is no JSON.</exception>
    public static Settings From(CommandLine line)
    {
        // No watcher on the file: a changed setting takes a restart, and a start does not pay for one.
        var sources = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
        // systemd's LoadCredential=Telegram__BotToken:/etc/… keeps the token out of the environment.
        if (Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } credentials) sources.AddKeyPerFile(credentials, optional: true, reloadOnChange: false);
        sources.AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddInMemoryCollection(line.Settings);
        try
        {
            var settings = new Settings(sources.Build());
            Redaction.Hide(settings.Text(World.TokenSetting));
            return settings;
        }
        catch (InvalidDataException error)
        {
            throw new OperatorException($"appsettings.json tidak dapat dibaca: {error.InnerException?.Message ?? error.Message}");
        }
    }

    /// <summary>The setting's text; null when it is not set or empty.</summary>
    public string? Text(string key) => configuration[key] is { } text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>Every setting of this program that is set, but no secret.</summary>
    public IReadOnlyDictionary<string, string> WithoutSecrets()
        => configuration.AsEnumerable().Where(pair => pair.Value is { Length: > 0 } && CommandLine.IsSetting(pair.Key) && !Secrets.Any(secret => pair.Key.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(pair => pair.Key, pair => Redaction.WithoutTokens(pair.Value!), StringComparer.OrdinalIgnoreCase);

    /// <summary>A section as its options class, checked.</summary>
    /// <exception cref="OperatorException">A value cannot be read, or the class refuses it.</exception>
    public T Get<T>(string section)
        where T : class, new()
    {
        T options;
        try
        {
            options = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException error)
        {
            throw new OperatorException(Unreadable<T>(section) ?? $"Setelan {section} tidak dapat dibaca: {error.Message}");
        }

        List<ValidationResult> faults = [];
        if (Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)) return options;
        throw new OperatorException(string.Join(' ', faults.Select(fault => Sentence(section, options, fault))));
    }

    /// <summary>Reads a section now and gives it to whoever asks for <see cref="IOptions{T}"/>.</summary>
    public void Provide<T>(IServiceCollection services, string section)
        where T : class, new()
        => services.AddSingleton(Options.Create(Get<T>(section)));

    /// <summary>What to do about a setting: the three places where it can be set.</summary>
    public static string Remedy(string key) => $"(appsettings.json, {key.Replace(":", "__", StringComparison.Ordinal)} di lingkungan, atau --{key})";

    private static string Sentence(string section, object options, ValidationResult fault)
    {
        var member = fault.MemberNames.FirstOrDefault();
        if (member is null) return $"Setelan {section} {fault.ErrorMessage}";
        var key = $"{section}:{member}";
        // A message that is a whole sentence already names its setting.
        if (fault.ErrorMessage!.StartsWith(key, StringComparison.Ordinal)) return $"{fault.ErrorMessage} {Remedy(key)}";
        var value = options.GetType().GetProperty(member)?.GetValue(options);
        var shown = Secrets.Any(member.Contains) ? "" : $" = \"{value}\"";
        return $"Setelan {key}{shown} {fault.ErrorMessage} {Remedy(key)}";
    }

    /// <summary>Finds the value that the binder could not turn into its type.</summary>
    private string? Unreadable<T>(string section)
    {
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = $"{section}:{property.Name}";
            if (Text(key) is not { } text) continue;
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (TypeDescriptor.GetConverter(type).IsValid(text)) continue;
            var wanted = type.IsEnum ? $"salah satu dari {string.Join(", ", Enum.GetNames(type))}"
                : type == typeof(bool) ? "true atau false"
                : type == typeof(TimeSpan) ? "lama waktu, misalnya 00:05:00"
                : "bilangan";
            return $"Setelan {key} = \"{text}\" tidak dimengerti; isinya harus {wanted}. {Remedy(key)}";
        }
        return null;
    }
}
