using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Watch;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Updates;

/// <summary>Puts the way of updates and messages together. The store, an <see cref="ITurnHandler"/>, the office's TimeProvider and WorkingCalendar, a
/// <see cref="PhotoOpener"/> and an <see cref="UnreachableHook"/> come from elsewhere.</summary>
public static class DeliveryRegistration
{
    public static OptionsBuilder<TelegramOptions> AddTelegramOptions(this IServiceCollection services)
        => services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    /// <param name="mode">Whether this process polls or is called.</param>
    public static IServiceCollection AddTelegramDelivery(this IServiceCollection services, UpdateMode mode)
    {
        services.AddSingleton(RealTime.System);
        services.AddSingleton(provider => BotClient.Create(provider.GetRequiredService<IOptions<TelegramOptions>>().Value));
        services.AddSingleton<FatalStop>();
        services.AddSingleton<BotName>();
        services.AddMetrics().AddSingleton<DeliveryMeter>();
        services.AddSingleton<DeliveryHealth>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<AlbumCourier>();
        services.AddSingleton<Courier>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxMemory>();
        // The intake first: the first getUpdates goes out as early as can be.
        if (mode == UpdateMode.Polling)
            services.AddSingleton<FirstPoll>().AddHostedService<UpdatePoller>();
        else
            services.AddHostedService<WebhookRegistration>();
        services.AddHostedService<UpdateWorker>();
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<BotIdentity>();
        return services;
    }
}
