using System.Net;
using System.Net.Sockets;

namespace KominfoBot.PublicFeed.Outside;

/// <summary>Which addresses belong to the public internet (IANA special-purpose address registries, RFC 6890): anything else is somebody's inside.</summary>
public static class GlobalAddress
{
    private static readonly IPNetwork[] special =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>IPv6 that is global at all; addresses that hold an IPv4 one inside (64:ff9b::/96) lie outside of it.</summary>
    private static readonly IPNetwork unicast = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return (address.AddressFamily == AddressFamily.InterNetwork || unicast.Contains(address)) && !special.Any(network => network.Contains(address));
    }
}
