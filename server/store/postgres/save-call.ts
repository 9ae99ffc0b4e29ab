import { eq } from "drizzle-orm";
import type { CallRow } from "../store.ts";
import { placeholdersFor } from "./placeholders.ts";
import { preparedOn } from "./prepared-on.ts";
import { calls } from "./schema/calls.ts";

/** Writes all of a call that ever changes, but for its carrier's price. */
export const saveCallOn = preparedOn((database) => {
  const { id } = placeholdersFor(calls, ["id"]);
  const statement = database
    .update(calls)
    .set(
      placeholdersFor(calls, [
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
      ]),
    )
    .where(eq(calls.id, id))
    .prepare("save_call");
  return async (call: CallRow): Promise<void> => void (await statement.execute({ ...call }));
});
