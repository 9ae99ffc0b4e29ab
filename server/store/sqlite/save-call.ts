import { eq } from "drizzle-orm";
import type { CallRow } from "../store.ts";
import type { SqliteDatabase } from "./database.ts";
import { placeholdersFor } from "./placeholders.ts";
import { calls } from "./schema/calls.ts";

const columnsThatChange = [
  "parentSid",
  "childSid",
  "status",
  "reason",
  "durationSeconds",
  "answeredMs",
  "endedMs",
  "holdMicros",
  "holdOpen",
  "timeLimitSeconds",
  "chargedMicros",
  "unrecoveredMicros",
  "final",
  "checkAfterMs",
  "priceAfterMs",
] as const satisfies readonly (keyof CallRow)[];

/**
 * Writes what has changed of a call. SQLite writes the index of every column that an UPDATE names, changed or not, and most of
 * what a carrier says changes two columns of fifteen: so only what changed is named. Few combinations occur, each prepared once.
 */
export function prepareSaveCall(database: SqliteDatabase): (before: CallRow, after: CallRow) => void {
  const prepared = new Map<string, ReturnType<typeof prepare>>();

  function prepare(columns: (typeof columnsThatChange)[number][]) {
    const { id } = placeholdersFor(calls, ["id"]);
    return database.update(calls).set(placeholdersFor(calls, columns)).where(eq(calls.id, id)).prepare();
  }

  return (before, after) => {
    const changed = columnsThatChange.filter((column) => before[column] !== after[column]);
    if (changed.length === 0) return;
    const key = changed.join();
    const statement = prepared.get(key) ?? prepare(changed);
    prepared.set(key, statement);
    statement.run({ ...after });
  };
}
