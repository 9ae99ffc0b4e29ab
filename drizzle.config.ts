import { defineConfig } from "drizzle-kit";

// After `npm run db:generate`, write STRICT behind each new table of the migration: SQLite checks column types only then,
// and drizzle-kit cannot ask for it. A test refuses a table without it.
export default defineConfig({
  dialect: "sqlite",
  schema: "./server/store/sqlite/schema/*.ts",
  out: "./server/store/sqlite/migrations",
});
