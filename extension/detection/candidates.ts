/** A stretch of text with enough digits to be a number, from its first sign to its last digit. */
export interface Candidate {
  start: number;
  end: number;
}

// Western, fullwidth, Arabic-Indic and Persian digits: the ones that the phone library reads as well.
const digit = "0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9";
// What people put between the digits of one number, and what browsers and editors leave there unseen:
// soft hyphens, zero-width spaces, marks of direction.
const separator =
  "\\s\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff()\uff08\uff09\\-\u2010-\u2015\u2212\uff0d.\uff0e/";

// Digits and separators are disjoint and every repetition is bounded or can be taken in one way only,
// so a text is read in time proportional to its length.
const candidatePattern = `(?:[+\uff0b(\uff08]\\s?){0,2}[${digit}](?:[${separator}]{0,64}[${digit}]){6,}`;

const anyCandidate = new RegExp(candidatePattern);
// "1-800-FLOWERS": what vanity-numbers.ts reads, in as few words as tell it from most text.
const anyVanity = /(?:8(?:00|08|33|44|55|66|77|88)|1[38]00)\)?[-. ]\s?[A-Z\d-]*[A-Z]/;

/** Whether a text can hold a number at all: the one question most text of the web ever costs. */
export function hasCandidate(text: string): boolean {
  return anyCandidate.test(text) || mayHoldVanity(text);
}

/** Whether a text can hold a number in letters. */
export function mayHoldVanity(text: string): boolean {
  return anyVanity.test(text);
}

/** Every stretch of a text that has at least seven digits with nothing between them but separators. */
export function findCandidates(text: string): Candidate[] {
  const pattern = new RegExp(candidatePattern, "g");
  const found: Candidate[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * The same text in plain ASCII signs, one for one, so that offsets stay as they are: Western digits,
 * "-" for every dash, " " for every space and for what is not seen.
 */
export function toPlainSigns(text: string): string {
  if (isPlainAscii(text)) return text;
  return text
    .replace(/[\uff10-\uff19]/g, (sign) => String(sign.charCodeAt(0) - 0xff10))
    .replace(/[\u0660-\u0669]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replace(/[\u2010-\u2015\u2212\uff0d]/g, "-")
    .replace(/\uff0b/g, "+")
    .replace(/\uff08/g, "(")
    .replace(/\uff09/g, ")")
    .replace(/\uff0e/g, ".");
}

/** Whether every sign is a printable ASCII one, as on most pages. */
function isPlainAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** How many digits a text in plain signs has. */
export function countDigits(plain: string): number {
  let count = 0;
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}
