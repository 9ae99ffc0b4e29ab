import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import { tellError } from "../http/on-error.ts";
import type { Logger } from "../logger.ts";
import { openPostgresStore } from "../store/postgres/postgres-store.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import { openFiles } from "./open-files.ts";
import { postgresProblem } from "./postgres-problem.ts";
import { StartRefused } from "./start-refused.ts";

export interface OpenStore {
  store: WholeStore;
  /** What sessions are signed with. */
  authSecret: string;
}

interface StoreDeps {
  clock: Clock;
  logger: Pick<Logger, "warn">;
  /** Told how many pieces of work shared one commit. */
  observeGroup?: (size: number) => void;
}

/**
 * Opens the database that is set up, Postgres where DATABASE_URL is set and SQLite in a file for this process alone where it is not,
 * and tells `undo` how to let it go. Throws a StartRefused when it cannot be used.
 */
export async function openStore(
  config: Pick<Config, "databaseUrl" | "databasePath" | "authSecret">,
  undo: AsyncDisposableStack,
  deps: StoreDeps,
): Promise<OpenStore> {
  const opened =
    config.databaseUrl === undefined ? openOnSqlite(config, undo, deps) : await openOnPostgres(config.databaseUrl, config, deps);
  undo.defer(() => opened.store.close());
  return opened;
}

/** Opens the store on Postgres, for any process that works with it. Throws a StartRefused when it cannot be used. */
export async function reachPostgres(databaseUrl: string, { clock, logger, observeGroup }: StoreDeps): Promise<WholeStore> {
  const handleProblem = (error: unknown) => logger.warn(tellError(error), "a connection to the database broke; it is made again");
  try {
    return await openPostgresStore({ url: databaseUrl, clock, handleProblem, ...(observeGroup && { observeGroup }) });
  } catch (error) {
    const problem = postgresProblem(databaseUrl, error);
    throw problem === undefined ? error : new StartRefused(problem, { cause: error });
  }
}

function openOnSqlite(
  config: Pick<Config, "databasePath" | "authSecret">,
  undo: AsyncDisposableStack,
  { clock, observeGroup }: StoreDeps,
): OpenStore {
  const { database, authSecret } = openFiles(config, undo);
  return { store: openSqliteStore(database, { clock, ...(observeGroup && { observeGroup }) }), authSecret };
}

async function openOnPostgres(
  databaseUrl: string,
  { authSecret }: Pick<Config, "authSecret">,
  deps: StoreDeps,
): Promise<OpenStore> {
  // One that each process made for itself would sign people out with every request that another one answers.
  if (authSecret === undefined) {
    throw new StartRefused(
      "AUTH_SECRET must be set when DATABASE_URL is, to the same value for every server on that database; `openssl rand -base64 32` makes one.",
    );
  }
  return { store: await reachPostgres(databaseUrl, deps), authSecret };
}
