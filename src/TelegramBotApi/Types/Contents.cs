using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A phone contact. Type <c>Contact</c>.</summary>
public sealed class Contact
{
    public string PhoneNumber { get; set; } = null!;

    public string FirstName { get; set; } = null!;

    public string? LastName { get; set; }

    public long? UserId { get; set; }

    public string? Vcard { get; set; }
}

/// <summary>A point on the map in degrees. Type <c>Location</c>.</summary>
public sealed class Location
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double Latitude { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double Longitude { get; set; }

    public double? HorizontalAccuracy { get; set; }

    public int? LivePeriod { get; set; }

    public int? Heading { get; set; }

    public int? ProximityAlertRadius { get; set; }
}

/// <summary>A named place. Type <c>Venue</c>.</summary>
public sealed class Venue
{
    public Location Location { get; set; } = null!;

    public string Title { get; set; } = null!;

    public string Address { get; set; } = null!;

    public string? FoursquareId { get; set; }

    public string? FoursquareType { get; set; }

    public string? GooglePlaceId { get; set; }

    public string? GooglePlaceType { get; set; }
}

/// <summary>An emoji with a random value. Type <c>Dice</c>.</summary>
public sealed class Dice
{
    public string Emoji { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Value { get; set; }
}

/// <summary>A forwarded story. Type <c>Story</c>.</summary>
public sealed class Story
{
    public Chat Chat { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Id { get; set; }
}
