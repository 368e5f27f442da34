using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

Console.Error.WriteLine("Only for `dotnet ef`; see add-migration beside this file.");
return 2;

/// <summary>Gives `dotnet ef` the model as SQLite sees it.</summary>
internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteNewsroomDb>
{
    public SqliteNewsroomDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<SqliteNewsroomDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Gives `dotnet ef` the model as PostgreSQL sees it.</summary>
internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresNewsroomDb>
{
    public PostgresNewsroomDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgresNewsroomDb>().UseNpgsql("Host=127.0.0.1;Database=design").Options);
}
