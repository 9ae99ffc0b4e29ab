import { countDigits, toPlainSigns } from "./candidates.ts";
import { findNumbers, type FoundNumber } from "./find-numbers.ts";
import type { Reading } from "./read-written.ts";
import { offeredFrom } from "./score-number.ts";

/**
 * Reads a text that somebody has selected. The bar is lower than for marks: who selects digits and asks to call them says that they are a
 * number. The first one of the text is meant, since it is the one that the selection began at.
 */
export function readSelection(text: string, reading: Reading): FoundNumber | undefined {
  const [found] = findNumbers({ text, precedingText: isBare(text) ? spokenLabel : "" }, { ...reading, atLeast: offeredFrom });
  return found;
}

// To select nothing but a number is as good as a word for phone in front of it.
const spokenLabel = "phone";
const mostOtherSigns = 8;

function isBare(text: string): boolean {
  const plain = toPlainSigns(text.trim());
  return !/\p{L}/u.test(plain) && plain.length - countDigits(plain) <= mostOtherSigns;
}
