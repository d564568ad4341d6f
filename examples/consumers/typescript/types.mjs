// Writes the TypeScript types of a JSON Schema to standard output: `node types.mjs schema/event.json`.
import { readFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));

// Each word that is known is offered, and any other text is accepted.
function words(known) {
  const list = Object.keys(known).map((word) => JSON.stringify(word));
  return [...list, "(string & {})"].join(" | ");
}

// A reference with a description would become a type of its own.
function prepare(node) {
  if (Array.isArray(node)) return node.map(prepare);
  if (node === null || typeof node !== "object") return node;
  const { $ref, ...rest } = node;
  if ($ref && Object.keys(rest).length > 0) return { ...rest, allOf: [{ $ref }] };
  const entries = Object.entries(node).map(([key, value]) => [key, prepare(value)]);
  const prepared = Object.fromEntries(entries);
  if (node["x-known"] && node.type === "string") prepared.tsType = words(node["x-known"]);
  return prepared;
}

const types = await compile(prepare(schema), "Event", {
  bannerComment: "// Generated from event.json; see CONTRIBUTING.md.",
  additionalProperties: true,
  strictIndexSignatures: true,
});
process.stdout.write(types);
