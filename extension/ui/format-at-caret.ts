import { formatAsYouType, type CountryCode } from "#shared/phone-number.ts";

interface Typed {
  text: string;
  /** Where the caret stands, counted in UTF-16 units from the start. */
  caret: number;
}

/**
 * Writes a number the way its country does while it is typed, and keeps the caret behind the same digit, so that
 * mending a digit in the middle does not throw the caret to the end. Names and other words are left alone.
 */
export function formatAtCaret({ text, caret }: Typed, region: CountryCode): Typed {
  if (!looksLikeNumber(text)) return { text, caret };
  const formatted = formatAsYouType(text, region);
  // The formatter drops what it cannot place, such as a second "+". What was typed is never thrown away: the person mends it.
  if (digitsOf(formatted) !== digitsOf(text)) return { text, caret };
  if (caret === text.length) return { text: formatted, caret: formatted.length };
  return { text: formatted, caret: caretAfterDigits(formatted, countDialable(text.slice(0, caret))) };
}

/** Whether a text is meant as a number: something dialable and no letters. */
export function looksLikeNumber(text: string): boolean {
  return /[\d+]/.test(text) && !/\p{L}/u.test(text);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function countDialable(text: string): number {
  return text.replace(/[^\d+]/g, "").length;
}

function caretAfterDigits(text: string, digits: number): number {
  if (digits === 0) return 0;
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[\d+]/.test(text.charAt(index)) && ++seen === digits) return index + 1;
  }
  return text.length;
}
