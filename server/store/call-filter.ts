import type { CarrierStatus } from "#shared/call-status.ts";
import { foldText } from "#shared/fold-text.ts";
import type { ContactId } from "#shared/ids.ts";
import type { CountryCode } from "#shared/phone-number.ts";

/** What of an account's history is wanted. What is undefined does not matter. */
export interface CallFilter {
  /** Made at or after. */
  fromMs?: number | undefined;
  /** Made before. */
  toMs?: number | undefined;
  /** `none`: numbers of no country. */
  country?: CountryCode | "none" | undefined;
  contactId?: ContactId | undefined;
  /** Any of these. */
  statuses?: readonly CarrierStatus[] | undefined;
  /** Part of the number, of the contact's name, initials or company, or of the note. */
  text?: string | undefined;
}

export interface SearchPatterns {
  /** For LIKE with the backslash as escape, on text that was folded. */
  folded: string;
  /** For LIKE on a number; undefined when the text is no part of one. */
  digits: string | undefined;
}

/** What LIKE is told to look for. A percent sign that a person types means a percent sign. Undefined for a text that says nothing. */
export function searchPatterns(text: string | undefined): SearchPatterns | undefined {
  const folded = foldText(text ?? "");
  if (folded === "") return undefined;
  // "(415) 555" finds +1415555..., while "Studio 54" is no number.
  const digits = /^[\d\s()+./-]+$/.test(folded) ? folded.replaceAll(/\D/g, "") : "";
  return { folded: containing(folded), digits: digits === "" ? undefined : containing(digits) };
}

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
