import { findNumbers, type FoundNumber, type SearchedText } from "./find-numbers.ts";
import { markOfTelLink } from "./mark-tel-link.ts";
import { marksOfRun } from "./mark-run.ts";
import type { CallableNumber, Mark } from "./mark.ts";
import type { Reading } from "./read-written.ts";
import { markedFrom } from "./score-number.ts";
import { readTelLink } from "./tel-link.ts";
import type { TextRun } from "./text-run.ts";

/** Finds numbers for one page. */
export interface NumberFinder {
  /** The numbers of a text that are sure enough to be painted, and the faxes. */
  findIn(searched: SearchedText): FoundNumber[];
  /** The number of a `tel:` link, by its address. */
  readTelLink(href: string): CallableNumber | undefined;
}

/** Finds numbers in their places. The content script knows it by this shape only, since all behind it comes when it is needed. */
export interface MarkFinder extends NumberFinder {
  /** The numbers of a run that are sure enough to be painted. */
  marksIn(run: TextRun): Mark[];
  /** A `tel:` link as a whole, be it a picture. */
  markOf(link: HTMLAnchorElement): Mark | undefined;
}

export function createNumberFinder(reading: Reading): NumberFinder {
  return {
    findIn: (searched) => findNumbers(searched, { ...reading, atLeast: markedFrom }),
    readTelLink: (href) => readTelLink(href, reading),
  };
}

/** A finder that gives what it finds in its places on the page as well. */
export function withMarks<Finder extends NumberFinder>(finder: Finder): NoInfer<Finder> & MarkFinder {
  return { ...finder, marksIn: (run) => marksOfRun(run, finder), markOf: (link) => markOfTelLink(link, finder) };
}
