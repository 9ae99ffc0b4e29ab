import type { CountryCode } from "#shared/phone-number.ts";
import { pageRegions } from "../../extension/detection/page-region.ts";
import { readNumberText } from "../../extension/detection/phone-library.ts";
import type { Finder, FoundText } from "./finders.ts";
import type { LabelledPage } from "./labelled-text.ts";
import { shareOf, type Finding, type Score } from "./shares.ts";

// Shorter labels are mostly extensions and numbers without an area code, which nobody can dial.
const leastLabelDigits = 9;
const longestLabel = 48;

/** Scores a finder on pages whose numbers were labelled by hand. */
export function scorePages(pages: readonly LabelledPage[], finder: Finder): Score {
  const tally: Tally = { labels: 0, found: 0, exact: 0, marked: 0, right: 0, findings: [] };
  for (const page of pages) {
    const regions = regionsOf(page);
    let precedingText = "";
    for (const run of page.runs) {
      countRun(tally, { run, marked: finder.find({ ...run, precedingText }, regions), host: page.host });
      precedingText = run.text.trim().length <= longestLabel ? run.text : "";
    }
  }
  const { labels, found, exact, marked, right, findings } = tally;
  const shares = { recall: shareOf(found, labels), exact: shareOf(exact, labels), precision: shareOf(right, marked) };
  return { shares: { ...shares, marked, cases: labels }, findings };
}

interface Tally {
  labels: number;
  found: number;
  exact: number;
  marked: number;
  right: number;
  findings: Finding[];
}

type Run = LabelledPage["runs"][number];

function countRun(tally: Tally, { run, marked, host }: { run: Run; marked: readonly FoundText[]; host: string }): void {
  for (const label of run.numbers) {
    const labelled = run.text.slice(label[0], label[1]);
    if (digitsOf(labelled).length < leastLabelDigits) continue;
    const hits = marked.filter((number) => overlaps(number, label));
    tally.labels++;
    if (hits.length > 0) tally.found++;
    if (hits.some(({ start, end }) => digitsOf(run.text.slice(start, end)) === digitsOf(labelled))) tally.exact++;
    else tally.findings.push({ what: hits.length > 0 ? "inexact" : "missed", text: labelled, where: host });
  }
  for (const number of marked) {
    tally.marked++;
    if (run.numbers.some((label) => overlaps(number, label))) tally.right++;
    else tally.findings.push({ what: "unlabelled", text: around(run.text, number), where: host });
  }
}

function overlaps(number: FoundText, [start, end]: Run["numbers"][number]): boolean {
  return number.start < end && number.end > start;
}

// The corpus keeps of a page what its text says; the signals of its markup are missing.
function regionsOf({ host, lang, userRegion, runs }: LabelledPage): CountryCode[] {
  const text = runs.map((run) => run.text).join("\n");
  const written = Array.from(text.matchAll(/\+\s?\d[\d\s().-]{7,18}\d/g), ([match]) => match.replace(/\s+/g, " "));
  const internationalNumbers = written.flatMap((number) => readNumberText(number, undefined)?.country ?? []);
  const markup = { openGraphLocale: "", addressCountries: [] };
  return pageRegions({ userCountry: userRegion, host, language: lang, ...markup, internationalNumbers, addressText: text });
}

function around(text: string, { start, end }: FoundText): string {
  return text
    .slice(Math.max(0, start - 24), end + 16)
    .replace(/\s+/g, " ")
    .trim();
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
