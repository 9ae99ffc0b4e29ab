import type { Label } from "./labels.ts";
import type { WrittenForm } from "./written-form.ts";

/** What the page itself says of the place a number stands in. */
export interface DomHints {
  /** Inside a `tel:` link, or marked up as `itemprop="telephone"` or class `tel`. */
  isMarkedUp: boolean;
  /** Inside `<address>` or a block of contact details. */
  isInAddress: boolean;
}

/**
 * Where a number's country code comes from: it is written with "+" or "00"; it is that of the page's likeliest country,
 * or of the next; or it is written without "+", as in "Tel: 44 20 7946 0958".
 */
export type CountrySource = "written" | "likeliest-region" | "next-region" | "assumed";

export const noHints: DomHints = { isMarkedUp: false, isInAddress: false };

export interface Evidence {
  plain: string;
  form: WrittenForm;
  label: Label;
  hints: DomHints;
  source: CountrySource;
}

/** From this score on a number is painted. */
export const markedFrom = 2;
/** From this score on it is offered when a person asks for it, by selecting it. */
export const offeredFrom = 0.5;

/** How sure it is that a valid number is meant as one. International form or the country's own grouping alone suffice. */
export function scoreNumber({ plain, form, label, hints, source }: Evidence): number {
  return (
    formScore(form) +
    prefixScore(plain) +
    labelScore(label) +
    (hints.isMarkedUp ? 3 : 0) +
    (hints.isInAddress ? 1 : 0) -
    coincidence(source, label)
  );
}

// A number that is only valid in another country than the page's likeliest may be so by chance.
function coincidence(source: CountrySource, label: Label): number {
  switch (source) {
    case "written":
    case "likeliest-region":
      return 0;
    case "next-region":
      return 0.5;
    // Too many digits of other kinds look like this to believe it without a word.
    case "assumed":
      return label === "phone" || label === "fax" ? 0 : Infinity;
  }
}

function formScore(form: WrittenForm): number {
  switch (form) {
    case "as-the-country-writes":
      return 2;
    case "area-code-apart":
      return 1.5;
    case "grouped":
      return 1;
    case "bare":
      return 0;
  }
}

function prefixScore(plain: string): number {
  if (/^\(?\+/.test(plain)) return 2.5;
  if (plain.startsWith("00")) return 2;
  if (/^\(\d+\)/.test(plain)) return 1;
  return plain.startsWith("0") ? 1 : 0;
}

function labelScore(label: Label): number {
  switch (label) {
    case "phone":
    case "fax":
      return 2;
    // A word such as "order" right before the number has vetoed it already; farther away it only hides what stands before it.
    case "reference":
    case "other":
    case "none":
      return 0;
  }
}
