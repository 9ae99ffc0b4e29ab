import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { findTestsApart } from "./scripts/tests-apart.ts";

const unitTests = {
  // Some go through a hundred thousand cases, beside everything else that `npm test` runs: only a test that hangs is late.
  testTimeout: 60_000,
  // What the extension says is in its locale files: in tests, too.
  setupFiles: ["extension/locales/testing/speak-english.ts"],
  exclude: ["**/*.postgres.test.ts", "**/*.live.test.ts", "**/*.chromium.test.ts"],
};
const unitTestsApart = findTestsApart(import.meta.dirname);

// `unit` and `unit-apart` are quick and part of `npm run check`; `postgres` starts a Postgres, or uses the server that DATABASE_URL names; `live` makes
// calls over loopback sockets in real time; `chromium` drives a browser; `simulation` needs every core, so it comes when the others,
// who live in real time, are done.
export default defineConfig({
  test: {
    // Left to itself vitest leaves one core idle, which of two is half the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...unitTests,
          name: "unit",
          include: ["{shared,server,extension,scripts}/**/*.test.{ts,tsx}"],
          exclude: [...unitTests.exclude, ...unitTestsApart],
          isolate: false,
        },
      },
      { test: { ...unitTests, name: "unit-apart", include: unitTestsApart } },
      {
        test: {
          name: "postgres",
          include: ["server/**/*.postgres.test.ts"],
          globalSetup: "server/store/postgres/testing/postgres-for-tests.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What one process tells another comes when it comes. A test waits for it, and on a busy machine long.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: "live",
          include: ["server/**/*.live.test.ts"],
          exclude: ["server/simulation/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "simulation",
          include: ["server/simulation/**/*.live.test.ts"],
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "chromium",
          include: ["server/**/*.chromium.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
