import type { CountryCode } from "#shared/phone-number.ts";
import { whyCountry, type CountryReason, type ReadRegion } from "./country-reason.ts";
import type { CallableNumber } from "./mark.ts";
import { createNumberFinder, withMarks, type MarkFinder } from "./number-finder.ts";
import { explainedRegions } from "./page-region.ts";
import { readNumberText } from "./phone-library.ts";
import { readPageSignals } from "./read-page-signals.ts";
import type { SiteChoices } from "./site-choices.ts";
import { createWorkSlices } from "./work-slices.ts";

/** Where the reader is, and what they said of the site: with it a page's numbers are read. */
export interface PageReading {
  userCountry: CountryCode;
  choices: SiteChoices;
}

/** Finds the numbers of one page, as its reader wants them read, and can say why a number is one of its country. */
export interface PageFinder extends MarkFinder {
  /** `written` is the number's text, or the address of its link. */
  whyCountry(number: CallableNumber, written: string): CountryReason;
}

/** Makes the finder for a page, out of what it shows of its country and of what its reader said. */
export async function createPageFinder(page: Document, { userCountry, choices }: PageReading): Promise<PageFinder> {
  const slices = createWorkSlices(() => performance.now());
  const signals = await readPageSignals(page, { userCountry, readNumber: readNumberText, slices });
  await slices.giveWay();
  const regions = withChoice(explainedRegions(signals), choices.country);
  const finder = createNumberFinder({
    readNumber: readNumberText,
    regions: regions.map(({ country }) => country),
  });
  const refused = new Set(choices.notNumbers);
  return withMarks({
    findIn: (searched) => finder.findIn(searched).filter(({ e164 }) => !refused.has(e164)),
    readTelLink: (href) => {
      const number = finder.readTelLink(href);
      return number && !refused.has(number.e164) ? number : undefined;
    },
    whyCountry: (number: CallableNumber, written: string) => whyCountry({ number, written }, regions),
  });
}

/** What a person chose comes first. What the page itself speaks for stays: a page may write numbers of two countries. */
export function withChoice(regions: readonly ReadRegion[], chosen: CountryCode | undefined): ReadRegion[] {
  if (!chosen) return [...regions];
  const others = regions.filter(({ country }) => country !== chosen);
  return [{ country: chosen, reason: { from: "choice" } }, ...others];
}
