import { err, ok, type Result } from "#shared/result.ts";
import { existsSync } from "node:fs";
import type { Carrier } from "../carrier.ts";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { createLogger, type Logger } from "../logger.ts";
import { databaseProblem } from "../start/database-problem.ts";
import { reachPostgres } from "../start/open-store.ts";
import { StartRefused } from "../start/start-refused.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { createTwilioClient, type TwilioClient } from "../twilio/client.ts";
import { createTwilioCarrier } from "../twilio/twilio-carrier.ts";
import type { Operator } from "./operator.ts";

/** Opens what the commands work with, and tells `undo` how to let it go. The failure is a sentence for the operator. */
export async function openOperator(config: Config, undo: AsyncDisposableStack): Promise<Result<Operator, string>> {
  const clock = systemClock;
  const logger = createLogger(config.logLevel);
  const store = await (config.databaseUrl === undefined
    ? openFile(config.databasePath)
    : reachServer(config.databaseUrl, logger));
  if (!store.ok) return store;
  undo.defer(() => store.value.close());
  return ok({ config, store: store.value, clock, logger, openCarrier: async () => reachCarrier(config) });
}

/** The lock on the file is the server's: a command only writes in short transactions beside it. */
function openFile(databasePath: string): Result<WholeStore, string> {
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

async function reachServer(databaseUrl: string, logger: Logger): Promise<Result<WholeStore, string>> {
  try {
    return ok(await reachPostgres(databaseUrl, { clock: systemClock, logger }));
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    return err(error.message);
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
