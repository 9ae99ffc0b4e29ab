import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { explainMiss } from "./explain-miss.ts";
import type { Finder, FoundText } from "./finders.ts";
import type { MatcherCase } from "./labelled-text.ts";
import { shareOf, type Finding, type Score } from "./shares.ts";

/** How the cases of one group went. */
interface GroupShares {
  recall: number | undefined;
  /** Of texts without a valid number, how many were marked. */
  wronglyMarked: number;
  cases: number;
}

export interface MatcherScore extends Score {
  groups: Record<string, GroupShares>;
  /** How many misses each of our rules explains; "unexplained" is what no rule does. */
  rules: Record<string, number>;
}

interface Wanted {
  text: string;
  start: number;
  end: number;
}

/** Scores a finder on the cases of Google's matcher that say whether a valid number is there. */
export function scoreMatcherCases(cases: readonly MatcherCase[], finder: Finder): MatcherScore {
  const groups: Record<string, { wanted: number; found: number; wrong: number; cases: number }> = {};
  const rules: Record<string, number> = {};
  const findings: Finding[] = [];
  let exact = 0;
  let marked = 0;
  for (const { at, group, ...found } of cases) {
    if (at.VALID === null) continue;
    const tally = (groups[group] ??= { wanted: 0, found: 0, wrong: 0, cases: 0 });
    const numbers = finder.find({ text: found.text, breaks: [], precedingText: "" }, found.region ? [found.region] : []);
    tally.cases++;
    marked += numbers.length;
    if (!at.VALID && numbers.length > 0) {
      tally.wrong++;
      findings.push({ what: "wrongly marked", text: found.text, where: group });
    }
    for (const wanted of at.VALID ? wantedIn(found) : []) {
      const hit = numbers.find((number) => overlaps(number, wanted));
      tally.wanted++;
      if (hit) tally.found++;
      if (hit?.e164 === parsePhoneNumberFromString(wanted.text, found.region ?? undefined)?.number) exact++;
      if (hit) continue;
      const rule = explainMiss({ ...wanted, text: found.text, region: found.region ?? undefined }) ?? "unexplained";
      rules[rule] = (rules[rule] ?? 0) + 1;
      findings.push({ what: "missed", text: `${found.text}  (${rule})`, where: group });
    }
  }
  const sum = (of: "wanted" | "found" | "wrong"): number => Object.values(groups).reduce((total, tally) => total + tally[of], 0);
  const precision = shareOf(sum("found"), sum("found") + sum("wrong"));
  const shares = { recall: shareOf(sum("found"), sum("wanted")), exact: shareOf(exact, sum("wanted")), precision };
  return {
    shares: { ...shares, marked, cases: sum("wanted") },
    findings,
    rules,
    groups: Object.fromEntries(
      Object.entries(groups).map(([group, { wanted, found, wrong, cases: count }]) => [
        group,
        { recall: shareOf(found, wanted), wronglyMarked: wrong, cases: count },
      ]),
    ),
  };
}

function wantedIn({ text, start, end, list }: Pick<MatcherCase, "text" | "start" | "end" | "list">): Wanted[] {
  if (!list) return [{ text: text.slice(start, end), start, end }];
  return list.map((number) => ({ text: number, start: text.indexOf(number), end: text.indexOf(number) + number.length }));
}

function overlaps(number: FoundText, { start, end }: Wanted): boolean {
  return number.start < end && number.end > start;
}
