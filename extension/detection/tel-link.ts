import type { CallableNumber } from "./mark.ts";
import type { Reading } from "./read-written.ts";
import { toKeys } from "./vanity-numbers.ts";

/**
 * The number of a `tel:` or `callto:` link, by RFC 3966: visual separators, `;ext=` and `;phone-context=`, and what many pages write
 * against it: spaces, national numbers without a context, a pause before an extension.
 */
export function readTelLink(href: string, { readNumber, regions }: Reading): CallableNumber | undefined {
  const { subscriber, extension, context } = parts(href);
  const dialled = inKeys(subscriber);
  const text = context.startsWith("+") && !dialled.startsWith("+") ? `${context}${dialled}` : dialled;
  for (const region of text.startsWith("+") ? [undefined] : regions) {
    const number = readNumber(text, region);
    if (number) return { e164: number.e164, country: number.country, international: number.international, extension };
  }
  return undefined;
}

function parts(href: string): { subscriber: string; extension: string | undefined; context: string } {
  const [dialled = "", ...parameters] = decode(href.replace(/^\s*(?:tel|callto):(?:\/\/)?/i, "")).split(";");
  // A pause is written between digits: the "x" of "1-800-XEROX" is a letter of the number.
  const [subscriber = "", ...afterPause] = dialled.split(/(?<=[\d)\s])\s?(?:,+|p|w|x|ext\.?)(?=\s?\d)/i);
  const valueOf = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
  const extension = (valueOf("ext") ?? afterPause.join("")).replace(/[^\d*#]/g, "");
  return { subscriber: subscriber.trim(), extension: extension || undefined, context: valueOf("phone-context") ?? "" };
}

// "tel:1-800-FLOWERS": a telephone dials the keys, and so do we.
function inKeys(subscriber: string): string {
  return /^\+?[\d\s().-]+[A-Z][A-Z\d-]*$/i.test(subscriber) ? subscriber.replace(/[A-Z]/gi, toKeys) : subscriber;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray "%" is the page's mistake; the rest may still be a number.
    return text;
  }
}
