import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  // Each test has its own browser and account, and each worker its own server, so two can run side by side on two cores.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // All that vitest runs goes on beside them. Nothing here asserts how long something takes, so only what hangs is late.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // The json reporter writes to the file that PLAYWRIGHT_JSON_OUTPUT_FILE names, and to the screen when there is none.
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ? [["list"], ["json"]] : [["list"]],
  outputDir: "../test-results",
});
