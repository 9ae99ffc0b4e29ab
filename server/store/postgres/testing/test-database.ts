import { afterAll, beforeAll, inject } from "vitest";
import type { TestPostgres } from "./embedded-postgres.ts";
import { createDatabase } from "./fresh-database.ts";

/** A database for the tests of one file, with its tables up to date and nothing in them. It is there once the tests run. */
export function makeTestDatabase(): { readonly url: string } {
  let database: TestPostgres | undefined;
  beforeAll(async () => {
    const { url, template } = inject("postgres");
    database = await createDatabase(url, { template });
  });
  afterAll(() => database?.stop());
  return {
    get url() {
      if (!database) throw new Error("The database is there once the tests run.");
      return database.url;
    },
  };
}
