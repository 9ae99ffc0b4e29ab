import type { CountryCode } from "#shared/phone-number.ts";
import type { NumberFinder } from "./number-finder.ts";

/** Makes the finder for a page, out of what the page shows of its country and the country of the person who reads it. */
export type MakeFinder = (page: Document, userCountry: CountryCode) => NumberFinder;

// The scripts of one extension share one global object in a frame, and no page sees it. The service worker adds the finder
// to that world, and the content script finds it there by this name.
const name = Symbol.for("number finder");

interface World {
  [name]?: MakeFinder;
}

export function publishFinder(makeFinder: MakeFinder): void {
  (globalThis as World)[name] = makeFinder;
}

/** The finder, once it was loaded into this frame. */
export function publishedFinder(): MakeFinder | undefined {
  return (globalThis as World)[name];
}
