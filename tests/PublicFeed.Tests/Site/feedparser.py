# What feedparser sees of a feed: feedparser.py <file>, JSON on standard output.
import calendar
import json
import sys

# This file has the library's name: its folder must not be looked into.
sys.path.pop(0)
import feedparser

feed = feedparser.parse(open(sys.argv[1], "rb").read(), response_headers={"content-type": "application/xml; charset=utf-8"}, sanitize_html=False, resolve_relative_uris=False)
json.dump(
    {
        "broken": bool(feed.bozo),
        "version": feed.version,
        "title": feed.feed.title,
        "entries": [
            {
                "id": entry.id,
                "link": entry.link,
                "title": entry.title,
                "summary": entry.get("summary", ""),
                "content": entry.content[0].value,
                "author": entry.author,
                "published": calendar.timegm(entry.published_parsed),
                "updated": calendar.timegm(entry.updated_parsed),
                "tags": [tag.term for tag in entry.tags],
                "enclosures": [[each.href, each.type, int(each.length)] for each in entry.enclosures],
            }
            for entry in feed.entries
        ],
    },
    sys.stdout,
)
