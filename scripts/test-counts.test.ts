import { describe, expect, it } from "vitest";
import { addCounts, countPlaywright, countVitest } from "./test-counts.ts";

const vitestReport = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, numFailedTestSuites: 0 };
const playwrightReport = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("the closing line", () => {
  it("adds up what ran", () => {
    expect(addCounts(countVitest(vitestReport), countPlaywright(playwrightReport))).toEqual({
      passed: 10,
      failed: 0,
      skipped: 2,
    });
  });

  it("counts a test file that did not load as a failure", () => {
    expect(countVitest({ ...vitestReport, numFailedTestSuites: 2 }).failed).toBe(2);
  });

  it("counts a flaky test and an error outside tests as failures", () => {
    expect(countPlaywright({ stats: { ...playwrightReport.stats, flaky: 1 }, errors: [{}] }).failed).toBe(2);
  });
});
