using System.Globalization;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.State;

/// <summary>All chats and their messages.</summary>
internal sealed class RoomBook(World world)
{
    private readonly Dictionary<long, Room> rooms = [];

    public IEnumerable<Room> All => rooms.Values;

    public IEnumerable<Room> Phones => rooms.Values.Where(room => room.Phone is not null).OrderBy(room => room.Place);

    public Room? Find(long id) => rooms.GetValueOrDefault(id);

    public Room? FindByUsername(string name) =>
        rooms.Values.FirstOrDefault(room => name.Equals(room.Username, StringComparison.OrdinalIgnoreCase));

    /// <summary>A phone's chat.</summary>
    /// <exception cref="ArgumentException">Nobody here has that id.</exception>
    public Room OfPhone(long telegramId) =>
        Find(telegramId) is { Phone: not null } room ? room : throw new ArgumentException($"no phone {telegramId} in the sandbox", nameof(telegramId));

    public Room AddPhone(SandboxPhone phone)
    {
        var room = new Room { Id = phone.TelegramId, Type = "private", Phone = phone, Place = rooms.Count };
        Keep(room);
        return room;
    }

    public Room AddOther(long id, string type, string title, string? username)
    {
        var room = new Room { Id = id, Type = type, Title = title, Username = username, Started = true, Place = rooms.Count };
        Keep(room);
        return room;
    }

    public void AddFirstPhones()
    {
        foreach (var phone in world.Options.Phones.Where(phone => !rooms.ContainsKey(phone.TelegramId)))
            AddPhone(phone);
    }

    /// <summary>Stores the room's own facts and announces them.</summary>
    public void Keep(Room room)
    {
        rooms[room.Id] = room;
        world.Store.Put("room", Key(room.Id), new JsonObject
        {
            ["id"] = room.Id,
            ["type"] = room.Type,
            ["title"] = room.Title,
            ["username"] = room.Username,
            ["phone"] = room.Phone is { } phone ? new JsonArray(phone.Name, phone.Role, phone.Skpd, phone.Label, phone.OnDesk) : null,
            ["place"] = room.Place,
            ["started"] = room.Started,
            ["blocked"] = room.Blocked,
            ["last"] = room.LastMessageId,
            ["pinned"] = room.PinnedId,
            ["read"] = room.ReadUpTo,
        }.ToJsonString());
        if (room.Phone is { OnDesk: true })
            world.Announce("room", _ => View(room));
    }

    /// <summary>The person saw the messages up to this one.</summary>
    public void Read(long telegramId, int upTo)
    {
        var room = OfPhone(telegramId);
        var seen = Math.Min(upTo, room.LastMessageId);
        if (seen <= room.ReadUpTo)
            return;
        room.ReadUpTo = seen;
        Keep(room);
    }

    /// <summary>Stores a new or changed message and announces it.</summary>
    public void Keep(Room room, StoredMessage message)
    {
        if (room.Messages.Count == 0 || room.Find(message.Id) is null && !message.Deleted)
        {
            room.Add(message);
            Keep(room);
        }
        message.Revision = world.Announce("message", revision => View(room, message, revision));
        world.Store.Put("message", Key(room.Id) + ":" + message.Id.ToString("D9", CultureInfo.InvariantCulture), new JsonObject
        {
            ["bot"] = message.FromBot,
            ["deleted"] = message.Deleted,
            ["edited"] = message.ContentEdited,
            ["revision"] = message.Revision,
            ["m"] = message.Json.DeepClone(),
        }.ToJsonString());
    }

    /// <summary>What the page knows of a phone.</summary>
    public static JsonObject View(Room room) => new()
    {
        ["id"] = room.Id,
        ["name"] = room.Phone!.Name,
        ["role"] = room.Phone.Role,
        ["skpd"] = room.Phone.Skpd,
        ["label"] = room.Phone.Label,
        ["started"] = room.Started,
        ["blocked"] = room.Blocked,
        ["pinned"] = room.PinnedId,
        ["readUpTo"] = room.ReadUpTo,
        ["place"] = room.Place,
    };

    /// <summary>What the page knows of a message.</summary>
    public static JsonObject View(Room room, StoredMessage message, long revision) => new()
    {
        ["chat"] = room.Id,
        ["id"] = message.Id,
        ["mine"] = !message.FromBot,
        ["rev"] = revision,
        ["deleted"] = message.Deleted,
        ["edited"] = message.ContentEdited,
        ["m"] = message.Deleted ? null : message.Json.DeepClone(),
    };

    public void Clear() => rooms.Clear();

    public void Load()
    {
        foreach (var (_, json) in world.Store.Read("room"))
        {
            var row = JsonNode.Parse(json)!.AsObject();
            var id = row["id"]!.GetValue<long>();
            var phone = row["phone"]?.AsArray();
            rooms[id] = new Room
            {
                Id = id,
                Type = row["type"]!.GetValue<string>(),
                Title = row["title"]?.GetValue<string>(),
                Username = row["username"]?.GetValue<string>(),
                Phone = phone is null ? null : new SandboxPhone(id, phone[0]!.GetValue<string>(), phone[1]!.GetValue<string>(), phone[2]?.GetValue<string>(), phone[3]!.GetValue<string>(), phone.Count < 5 || phone[4]!.GetValue<bool>()),
                Place = row["place"]!.GetValue<int>(),
                Started = row["started"]!.GetValue<bool>(),
                Blocked = row["blocked"]!.GetValue<bool>(),
                LastMessageId = row["last"]!.GetValue<int>(),
                PinnedId = row["pinned"]?.GetValue<int>(),
                ReadUpTo = row["read"]!.GetValue<int>(),
            };
        }
        foreach (var (key, json) in world.Store.Read("message"))
        {
            var parts = key.Split(':');
            var row = JsonNode.Parse(json)!.AsObject();
            var message = row["m"]!.DeepClone().AsObject();
            rooms[long.Parse(parts[0], CultureInfo.InvariantCulture)].Add(new StoredMessage
            {
                Id = int.Parse(parts[1], CultureInfo.InvariantCulture),
                FromBot = row["bot"]!.GetValue<bool>(),
                Deleted = row["deleted"]!.GetValue<bool>(),
                ContentEdited = row["edited"]!.GetValue<bool>(),
                Revision = row["revision"]!.GetValue<long>(),
                Json = message,
            });
        }
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
