import { err, ok, type Result } from "#shared/result.ts";
import { existsSync } from "node:fs";
import type { Carrier } from "../carrier.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { createLogger } from "../logger.ts";
import { databaseProblem } from "../start/database-problem.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { createTwilioClient, type TwilioClient } from "../twilio/client.ts";
import { createTwilioCarrier } from "../twilio/twilio-carrier.ts";
import type { Operator } from "./operator.ts";

/** Opens what the commands work with, and tells `undo` how to let it go. The failure is a sentence for the operator. */
export async function openOperator(config: Config, undo: AsyncDisposableStack): Promise<Result<Operator, string>> {
  const store = openStore(config);
  if (!store.ok) return store;
  undo.defer(() => store.value.close());
  const logger = createLogger(config.logLevel);
  return ok({ config, store: store.value, clock: systemClock, logger, openCarrier: async () => reachCarrier(config) });
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

function reachCarrier({ carrier }: Config): Result<Carrier, string> {
  switch (carrier.kind) {
    case "sandbox":
      return err("The sandbox inside the server can only be asked by the server, which does so by itself.");
    case "running_sandbox":
      return ok(carrierOf(createTwilioClient(carrier.credentials, { apiBaseUrl: carrier.url })));
    case "twilio":
      return ok(carrierOf(createTwilioClient(carrier.credentials)));
  }
}

function carrierOf(client: TwilioClient): Carrier {
  return createTwilioCarrier(client, { clock: systemClock });
}
