import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../migrate-database.ts";
import { createDatabase } from "./fresh-database.ts";
import { startPostgres } from "./start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server, and a database in it whose tables are up to date and which nobody is connected to. */
    postgres: { url: string; template: string };
  }
}

/** Starts one Postgres for all test files of a project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  const template = await createDatabase(postgres.url);
  await migrateDatabase(template.url, { nowMs: 0 });
  project.provide("postgres", { url: postgres.url, template: new URL(template.url).pathname.slice(1) });
  return async () => {
    await template.stop();
    await postgres.stop();
  };
}
