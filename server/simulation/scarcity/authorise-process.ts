import { callIdSchema } from "#shared/ids.ts";
import { z } from "zod";
import { systemClock } from "../../clock.ts";
import { openPostgresStore } from "../../store/postgres/postgres-store.ts";
import { authoriseBy } from "./scarce-money.ts";

// Another server process on one Postgres, for as long as its parent keeps the channel open: it is sent calls, asks for all their
// holds at once, and sends back what came of it.
const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("Name the database.");
const store = await openPostgresStore({ url, clock: systemClock });
const authoriseAll = authoriseBy(store);
process.on("message", (callIds) => {
  void authoriseAll(z.array(callIdSchema).parse(callIds)).then((outcomes) => process.send?.(outcomes));
});
process.once("disconnect", () => void store.close());
process.send?.("ready");
