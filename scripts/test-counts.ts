import { z } from "zod";

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestReportSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int().default(0),
  numFailedTestSuites: z.int(),
});

/** Reads the counts from the report of vitest's `json` reporter. A file that fails to load counts as a failure. */
export function countVitest(report: unknown): TestCounts {
  const parsed = vitestReportSchema.parse(report);
  const failed =
    parsed.numFailedTests === 0 && parsed.numFailedTestSuites > 0 ? parsed.numFailedTestSuites : parsed.numFailedTests;
  return { passed: parsed.numPassedTests, failed, skipped: parsed.numPendingTests + parsed.numTodoTests };
}

const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

/** Reads the counts from the report of Playwright's `json` reporter. A flaky test is a failed one. */
export function countPlaywright(report: unknown): TestCounts {
  const { stats, errors } = playwrightReportSchema.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

export function addCounts(a: TestCounts, b: TestCounts): TestCounts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
