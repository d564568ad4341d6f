// Reads a queue of events, one per line, from standard input, and prints what a worker would do with each.
import { createInterface } from "node:readline";
import type { Content, Event, Message, Party } from "./event.js";

const seen = new Set<string>(); // In production, a table with a unique column.

function who(person: Party | undefined): string {
  return person?.phone ?? person?.id ?? "somebody";
}

function text(content: Content): string {
  if (content.text) return content.text.body ?? "";
  const media = content.image ?? content.video ?? content.audio ?? content.document ?? content.sticker;
  if (media) return media.caption ?? media.mime_type ?? "a file";
  return Object.keys(content).join();
}

function reply(message: Message): string {
  if (message.direction !== "inbound") return "ignore a copy of an own message";
  return `answer ${who(message.from)}: ${text(message.content)}`;
}

function handle(event: Event): string {
  const [kind, content] = Object.entries(event)[0] ?? [];
  const key = content?.meta.key;
  if (key !== undefined) {
    if (seen.has(key)) return "skip a repeated event";
    seen.add(key);
  }
  if (event.message) return reply(event.message);
  if (event.status) return `set ${event.status.message_id} to ${event.status.status}`;
  // Later versions add kinds: none of them is an error.
  return `pass over ${kind}`;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(handle(JSON.parse(line) as Event));
}
