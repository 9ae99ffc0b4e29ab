import { err, ok } from "#shared/result.ts";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { backUpDatabase } from "../store/sqlite/back-up-database.ts";
import { defineCommand } from "./command.ts";

export const backup = defineCommand({
  name: "backup",
  usage: "FILE",
  summary: "Copies the SQLite database, also while the server writes to it. On Postgres, pg_dump does.",
  options: {},
  async run({ config }, [file]) {
    if (config.databaseUrl !== undefined) {
      return err("This server keeps its records on Postgres, which has its own command: pg_dump --format=custom --file=FILE.");
    }
    if (!file) return err("Say where to: backup FILE.");
    if (existsSync(file)) return err(`${file} exists already. Choose another name, so that no backup is overwritten.`);
    if (!existsSync(dirname(file))) return err(`There is no folder ${dirname(file)}. Make it first, or choose another.`);
    await backUpDatabase(config.databasePath, file);
    return ok(`Copied the database to ${file}.`);
  },
});
