import { err, ok, type Result } from "#shared/result.ts";
import { existsSync } from "node:fs";
import type { Carrier } from "../carrier.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { createLogger } from "../logger.ts";
import { databaseProblem } from "../start/database-problem.ts";
import { openCarrier } from "../start/open-carrier.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { createTwilioCarrier } from "../twilio/twilio-carrier.ts";
import { callbackUrl, webhookPaths } from "../twilio/webhook-urls.ts";
import type { Operator } from "./operator.ts";

/** Opens what the commands work with, and tells `undo` how to let it go. The failure is a sentence for the operator. */
export async function openOperator(config: Config, undo: AsyncDisposableStack): Promise<Result<Operator, string>> {
  const store = openStore(config);
  if (!store.ok) return store;
  undo.defer(() => store.value.close());
  const logger = createLogger(config.logLevel);
  return ok({ config, store: store.value, clock: systemClock, logger, openCarrier: () => reachCarrier(config) });
}

/** The lock on the file is the server's: a command only writes in short transactions beside it. */
function openStore({ databasePath }: Config): Result<WholeStore, string> {
  if (!existsSync(databasePath))
    return err(`There is no database at ${databasePath}. Start the server once, or set DATABASE_PATH.`);
  try {
    return ok(openSqliteStore(openDatabase(databasePath), { clock: systemClock }));
  } catch (error) {
    const problem = databaseProblem(databasePath, error);
    if (problem === undefined) throw error;
    return err(problem);
  }
}

async function reachCarrier({ carrier, publicUrl }: Config): Promise<Result<Carrier, string>> {
  if (carrier.kind === "sandbox")
    return err("The sandbox inside the server can only be asked by the server, which does so by itself.");
  const { client } = await openCarrier(carrier, { voiceUrl: callbackUrl(publicUrl ?? "", webhookPaths.voice) });
  return ok(createTwilioCarrier(client, { clock: systemClock }));
}
