import { defineConfig } from "vitest/config";

// `unit` needs no browser and no network and is part of `npm run check`; `chromium` drives a real browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{shared,server,extension,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.chromium.test.ts"],
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
