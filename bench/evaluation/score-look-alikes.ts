import type { CountryCode } from "#shared/phone-number.ts";
import type { Finder } from "./finders.ts";
import type { LookAlike } from "./labelled-text.ts";
import type { Finding, Score } from "./shares.ts";

/** Countries whose numbers look unlike each other: what is none in one may be one in the next. */
const regions: readonly CountryCode[] = ["US", "GB", "DE", "FR", "ES", "JP", "IN", "BR", "NO", "SG"];

/** Counts the texts without a number in which a finder finds one, each read as text of ten countries. */
export function scoreLookAlikes(lines: readonly LookAlike[], finder: Finder): Score {
  const findings: Finding[] = lines.flatMap(({ before = "", text, after = "" }) => {
    const searched = { text: before + text + after, breaks: [], precedingText: "" };
    const wrongIn = regions.filter((region) => finder.find(searched, [region]).length > 0);
    return wrongIn.map((region) => ({ what: "wrongly marked" as const, text: searched.text, where: region }));
  });
  const none = { recall: undefined, exact: undefined, precision: undefined };
  return { shares: { ...none, marked: findings.length, cases: lines.length * regions.length }, findings };
}
