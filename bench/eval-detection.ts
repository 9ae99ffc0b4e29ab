import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { CountryCode } from "#shared/phone-number.ts";
import { findNumbers, type FoundNumber } from "../extension/detection/find-numbers.ts";
import { pageRegions } from "../extension/detection/page-region.ts";
import { readNumberText } from "../extension/detection/phone-library.ts";
import { markedFrom } from "../extension/detection/score-number.ts";
import { labelledPageSchema, lookAlikeSchema, type LabelledPage, type LookAlike } from "./labelled-text.ts";

// Measures detection against labelled text: `node bench/eval-detection.ts [--verbose] FILE...`, JSON Lines of either form in
// labelled-text.ts. Pages give recall, exactness and precision; look-alikes the share that is wrongly marked.

// Shorter labels are mostly extensions and numbers without an area code, which nobody can dial.
const leastLabelDigits = 9;
const isVerbose = process.argv.includes("--verbose");
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
if (files.length === 0) {
  console.error("Say which files of labelled text to measure with: node bench/eval-detection.ts [--verbose] FILE...");
  process.exitCode = 2;
}
for (const file of files) evaluate(file);

function evaluate(file: string): void {
  const lines: unknown[] = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
  const name = basename(file);
  if (labelledPageSchema.safeParse(lines[0]).success)
    report(name, scorePages(lines.map((line) => labelledPageSchema.parse(line))));
  else report(name, scoreLookAlikes(lines.map((line) => lookAlikeSchema.parse(line))));
}

function report(name: string, shares: Record<string, [count: number, of: number]>): void {
  for (const [share, [count, of]] of Object.entries(shares)) {
    console.log(`${name.padEnd(24)} ${share.padEnd(16)} ${(count / Math.max(of, 1)).toFixed(4)}  (${count} of ${of})`);
  }
}

interface Counts {
  labels: number;
  found: number;
  exact: number;
  marked: number;
  right: number;
}

function scorePages(pages: readonly LabelledPage[]): Record<string, [number, number]> {
  const counts: Counts = { labels: 0, found: 0, exact: 0, marked: 0, right: 0 };
  for (const page of pages) {
    const regions = regionsOf(page);
    let precedingText = "";
    for (const run of page.runs) {
      countRun(counts, { run, marked: mark({ ...run, precedingText }, regions), host: page.host });
      precedingText = run.text.trim().length <= 48 ? run.text : "";
    }
  }
  const { labels, found, exact, marked, right } = counts;
  return { recall: [found, labels], exact: [exact, labels], precision: [right, marked] };
}

type Run = LabelledPage["runs"][number];

function countRun(counts: Counts, { run, marked, host }: { run: Run; marked: FoundNumber[]; host: string }): void {
  const overlaps = (number: FoundNumber, [start, end]: Run["numbers"][number]) => number.start < end && number.end > start;
  for (const label of run.numbers) {
    const labelled = run.text.slice(label[0], label[1]);
    if (digitsOf(labelled).length < leastLabelDigits) continue;
    const hit = marked.find((number) => overlaps(number, label));
    counts.labels++;
    if (hit) counts.found++;
    if (hit && digitsOf(run.text.slice(hit.start, hit.end)) === digitsOf(labelled)) counts.exact++;
    else tell(hit ? "inexact" : "missed", labelled, host);
  }
  for (const number of marked) {
    counts.marked++;
    if (run.numbers.some((label) => overlaps(number, label))) counts.right++;
    else tell("unlabelled", run.text.slice(number.start, number.end), host);
  }
}

function scoreLookAlikes(lines: readonly LookAlike[]): Record<string, [number, number]> {
  const regions: CountryCode[] = ["US", "GB", "DE", "FR", "ES", "JP", "IN", "BR", "NO", "SG"];
  let wrong = 0;
  for (const { before = "", text, after = "" } of lines) {
    for (const region of regions) {
      const marked = mark({ text: before + text + after }, [region]);
      if (marked.length > 0) tell("marked", before + text + after, region);
      wrong += Math.min(marked.length, 1);
    }
  }
  return { "wrongly marked": [wrong, lines.length * regions.length] };
}

function mark(searched: Parameters<typeof findNumbers>[0], regions: CountryCode[]): FoundNumber[] {
  return findNumbers(searched, { readNumber: readNumberText, regions, atLeast: markedFrom });
}

// The corpus keeps of a page what its text says; the signals of its markup are missing.
function regionsOf({ host, lang, userRegion, runs }: LabelledPage): CountryCode[] {
  const text = runs.map((run) => run.text).join("\n");
  const written = Array.from(text.matchAll(/\+\s?\d[\d\s().-]{7,18}\d/g), ([match]) => match.replace(/\s+/g, " "));
  const internationalNumbers = written.flatMap((number) => readNumberText(number, undefined)?.country ?? []);
  const markup = { openGraphLocale: "", addressCountries: [] };
  return pageRegions({ userCountry: userRegion, host, language: lang, ...markup, internationalNumbers, addressText: text });
}

function tell(what: string, text: string, where: string): void {
  if (isVerbose) console.log(`${what.padEnd(12)} ${JSON.stringify(text)} ${where}`);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
