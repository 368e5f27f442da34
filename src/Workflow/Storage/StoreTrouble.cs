using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KominfoBot.Workflow.Storage;

/// <summary>Tells the store's own trouble from that of who used it.</summary>
public static class StoreTrouble
{
    /// <summary>The disk is full or broken, the file is locked, the server is away: the same act may well succeed later.</summary>
    public static bool Is(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
            if (at is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } or DbException { IsTransient: true })
                return true;
        return false;
    }
}
