import { findNumbers, type FoundNumber, type Reading, type SearchedText } from "./find-numbers.ts";
import type { CallableNumber } from "./mark.ts";
import { readTelLink } from "./tel-link.ts";

/** Finds numbers for one page. The content script knows it by this shape only, since all behind it comes when it is needed. */
export interface NumberFinder {
  findIn(searched: SearchedText): FoundNumber[];
  /** The number of a `tel:` link, by its address. */
  readTelLink(href: string): CallableNumber | undefined;
}

export function createNumberFinder(reading: Reading): NumberFinder {
  return {
    findIn: (searched) => findNumbers(searched, reading),
    readTelLink: (href) => readTelLink(href, reading),
  };
}
