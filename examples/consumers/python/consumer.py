"""Reads a queue of events, one per line, from standard input, and prints what a worker would do with each."""

import json
import sys

MEDIA = ("image", "video", "audio", "document", "sticker")

seen = set()  # In production, a table with a unique column.


def who(person):
    return person.get("phone") or person.get("id") or "somebody"


def text(content):
    [(kind, value)] = content.items()
    if kind == "text":
        return value.get("body", "")
    if kind in MEDIA:
        return value.get("caption") or value.get("mime_type") or "a file"
    return kind


def reply(message):
    if message.get("direction") != "inbound":
        return "ignore a copy of an own message"
    return f"answer {who(message.get('from', {}))}: {text(message['content'])}"


def handle(event):
    [(kind, value)] = event.items()
    key = value["meta"].get("key")
    if key is not None:
        if key in seen:
            return "skip a repeated event"
        seen.add(key)
    if kind == "message":
        return reply(value)
    if kind == "status":
        return f"set {value.get('message_id')} to {value['status']}"
    # Later versions add kinds: none of them is an error.
    return f"pass over {kind}"


for line in sys.stdin:
    print(handle(json.loads(line)))
