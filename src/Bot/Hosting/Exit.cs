using System.Net.Sockets;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KominfoBot.Bot.Hosting;

/// <summary>Something that whoever runs the program can mend. The message is one sentence for people: what, which value, what next. Exit code 1.</summary>
public sealed class OperatorException(string sentence) : Exception(sentence);

/// <summary>The command line is not understood. The message is one sentence. Exit code 2.</summary>
public sealed class UsageException(string sentence) : Exception(sentence);

/// <summary>How the program ends: 0 done, 1 failed, 2 bad usage; a failure says one sentence on stderr and nothing else.</summary>
public static class Exit
{
    public static async Task<int> CodeOf(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (UsageException error)
        {
            Say(error.Message);
            return 2;
        }
#pragma warning disable CA1031 // The last stop: whatever it is, a person reads one sentence and not a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Say(SentenceOf(error));
            return 1;
        }
    }

    /// <summary>True for failures that <see cref="SentenceOf"/> explains fully; all others are faults of the program and worth a stack trace in the log.</summary>
    public static bool IsExplained(Exception error)
        => error is OperatorException or UsageException or OptionsValidationException or NewerStoreException or DamagedStoreException || IsAddressInUse(error);

    public static string SentenceOf(Exception error) => error switch
    {
        OperatorException or UsageException or NewerStoreException or DamagedStoreException => error.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        _ when IsAddressInUse(error) => $"Alamat sudah dipakai program lain ({error.Message.TrimEnd('.')}). Hentikan program itu, atau pilih alamat lain dengan --urls.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"Basis data rusak atau bukan milik KominfoBot ({error.Message}). Pulihkan cadangan terakhir dengan `restore`.",
        SqliteException => $"Basis data menolak: {error.Message}. Periksa ruang disk dan hak akses DataDirectory.",
        NpgsqlException => $"PostgreSQL tidak dapat dipakai: {error.Message.TrimEnd('.')}. Periksa Store:ConnectionString dan apakah servernya berjalan.",
        _ => Unexpected(error.GetBaseException()),
    };

    /// <summary>A fault of the program: what happened and where, for whoever reports it.</summary>
    private static string Unexpected(Exception cause)
    {
        var place = cause.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Contains("KominfoBot", StringComparison.Ordinal));
        return $"Gagal karena kesalahan yang tidak terduga ({cause.GetType().Name}): {cause.Message}{(place is null ? "" : $" [{place}]")}";
    }

    private static bool IsAddressInUse(Exception error)
        => error is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            || (error is IOException && error.InnerException is AddressInUseException);

    private static void Say(string sentence) => Console.Error.WriteLine(Redaction.OneLine(sentence));
}
