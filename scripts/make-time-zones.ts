import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Makes extension/detection/time-zones.json out of libphonenumber's table of time zones (Apache-2.0), a file of lines such as
// "1205|America/Chicago". In its repository it is resources/timezones/map_data.txt.
// Run by hand when there is a newer one: node scripts/make-time-zones.ts MAP_DATA

const target = join(import.meta.dirname, "../extension/detection/time-zones.json");

function readTable(text: string): Map<string, string> {
  const lines = text.split("\n").filter((line) => /^\d+\|/.test(line));
  return new Map(lines.map((line) => line.trim().split("|") as [prefix: string, zones: string]));
}

/** What the next shorter prefix says of the same numbers. */
function inherited(table: ReadonlyMap<string, string>, prefix: string): string | undefined {
  for (let length = prefix.length - 1; length > 0; length--) {
    const zones = table.get(prefix.slice(0, length));
    if (zones !== undefined) return zones;
  }
  return undefined;
}

/** Each set of zones with the prefixes that lie in it, without those that say what a shorter one says already. */
function byZones(table: ReadonlyMap<string, string>): Record<string, string> {
  const prefixesOf = new Map<string, string[]>();
  for (const [prefix, zones] of table) {
    if (inherited(table, prefix) !== zones) prefixesOf.set(zones, [...(prefixesOf.get(zones) ?? []), prefix]);
  }
  return Object.fromEntries([...prefixesOf].map(([zones, prefixes]) => [zones, prefixes.join(" ")]));
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("Name libphonenumber's map_data.txt: node scripts/make-time-zones.ts MAP_DATA");
const table = readTable(readFileSync(source, "utf8"));
writeFileSync(target, `${JSON.stringify(byZones(table), undefined, 1)}\n`);
console.log(`${table.size} prefixes are in ${target}.`);
