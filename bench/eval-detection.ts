import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { others, ringback, type Finder } from "./evaluation/finders.ts";
import { labelledPageSchema, lookAlikeSchema, matcherCaseSchema } from "./evaluation/labelled-text.ts";
import { scoreExamples } from "./evaluation/score-examples.ts";
import { scoreLookAlikes } from "./evaluation/score-look-alikes.ts";
import { scoreMatcherCases } from "./evaluation/score-matcher-cases.ts";
import { scorePages } from "./evaluation/score-pages.ts";
import type { Finding, Score, Shares } from "./evaluation/shares.ts";

// Scores number detection on labelled text, JSON Lines in the forms of evaluation/labelled-text.ts, beside what others use.
const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    /** Valid numbers of all countries as well, in national and international form. */
    examples: { type: "boolean", default: false },
    /** Tell of misses too, and not only of what was marked and is not labelled. */
    verbose: { type: "boolean", default: false },
  },
});
if (files.length === 0 && !values.examples) {
  console.error("Say which files of labelled text to score: npm run eval:detection -- [--examples] [--verbose] FILE...");
  process.exitCode = 2;
}

const summaries = [...files.map(scoreFile), ...(values.examples ? scoreAllExamples() : [])];
for (const summary of summaries) console.log(JSON.stringify(summary, (_key, value: unknown) => value ?? null));

function scoreFile(path: string): { file: string } & Shares {
  const lines: unknown[] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
  const file = basename(path);
  console.log(`\n${file}`);
  return { file, ...scoreLines(lines) };
}

function scoreLines(lines: readonly unknown[]): Shares {
  if (labelledPageSchema.safeParse(lines[0]).success) {
    const pages = lines.map((line) => labelledPageSchema.parse(line));
    return sideBySide((finder) => scorePages(pages, finder));
  }
  if (matcherCaseSchema.safeParse(lines[0]).success) return scoreCases(lines);
  const lookAlikes = lines.map((line) => lookAlikeSchema.parse(line));
  return sideBySide((finder) => scoreLookAlikes(lookAlikes, finder));
}

function scoreCases(lines: readonly unknown[]): Shares {
  const { shares, groups, rules, findings } = scoreMatcherCases(
    lines.map((line) => matcherCaseSchema.parse(line)),
    ringback,
  );
  console.table(groups);
  console.table(Object.entries(rules).map(([rule, misses]) => ({ misses, "rule that we chose": rule })));
  tell(findings.filter(({ text }) => text.endsWith("(unexplained)")));
  tell(values.verbose ? findings : []);
  return shares;
}

function sideBySide(score: (finder: Finder) => Score): Shares {
  const ours = score(ringback);
  const table: Record<string, Shares> = { [ringback.name]: ours.shares };
  for (const finder of others) table[finder.name] = score(finder).shares;
  console.table(table);
  tell(ours.findings.filter(({ what }) => values.verbose || what === "unlabelled" || what === "wrongly marked"));
  return ours.shares;
}

function scoreAllExamples(): ({ file: string } & Shares)[] {
  console.log("\nvalid numbers of all countries");
  const scores = Object.entries(scoreExamples(ringback));
  console.table(Object.fromEntries(scores.map(([name, { shares }]) => [name, shares])));
  for (const [name, { findings }] of scores) tell(values.verbose || name.includes("big") ? findings : []);
  return scores.map(([name, { shares }]) => Object.assign({ file: `examples: ${name}` }, shares));
}

function tell(findings: readonly Finding[]): void {
  for (const { what, text, where } of findings) console.log(`${what.padEnd(15)} ${JSON.stringify(text)} ${where}`);
}
