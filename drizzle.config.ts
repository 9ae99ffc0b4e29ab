import { defineConfig } from "drizzle-kit";

// After `npm run db:generate`, write STRICT behind each new table of the migration: SQLite checks column types only then,
// and drizzle-kit cannot ask for it. A test refuses a table without it. Where a table is made anew, take out the PRAGMA lines around
// it, which do nothing inside a transaction: foreign keys are off while migrations run. End such a migration as 0001 ends, by
// looking for rows that point nowhere.
export default defineConfig({
  dialect: "sqlite",
  schema: "./server/store/sqlite/schema/*.ts",
  out: "./server/store/sqlite/migrations",
});
