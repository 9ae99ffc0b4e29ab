import { openDatabase, type SqliteDatabase } from "../store/sqlite/database.ts";
import { keepAuthSecret } from "./auth-secret.ts";
import { lockDatabase } from "./database-lock.ts";
import { databaseProblem } from "./database-problem.ts";
import { StartRefused } from "./start-refused.ts";

export interface OpenFiles {
  authSecret: string;
  database: SqliteDatabase;
}

/** Opens the server's files for this process alone, and tells `undo` how to let them go. Throws a StartRefused when they cannot be used. */
export function openFiles(
  { databasePath, authSecret }: { databasePath: string; authSecret: string | undefined },
  undo: AsyncDisposableStack,
): OpenFiles {
  try {
    const unlock = lockDatabase(databasePath);
    if (!unlock.ok)
      throw new StartRefused(`Another Ringback has ${databasePath} open. Stop it, or set DATABASE_PATH to another file.`);
    undo.defer(unlock.value);
    return { authSecret: authSecret ?? keepAuthSecret(databasePath), database: openDatabase(databasePath) };
  } catch (error) {
    const problem = databaseProblem(databasePath, error);
    throw problem === undefined ? error : new StartRefused(problem, { cause: error });
  }
}
