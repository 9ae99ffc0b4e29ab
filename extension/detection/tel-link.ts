import type { CallableNumber } from "./mark.ts";
import type { Reading } from "./read-written.ts";

/**
 * The number of a `tel:` link, by RFC 3966: visual separators, `;ext=` and `;phone-context=`, and what many pages write
 * against it: spaces, national numbers without a context, a pause before an extension.
 */
export function readTelLink(href: string, { readNumber, regions }: Reading): CallableNumber | undefined {
  const { subscriber, extension, context } = parts(href);
  const text = context.startsWith("+") && !subscriber.startsWith("+") ? `${context}${subscriber}` : subscriber;
  for (const region of text.startsWith("+") ? [undefined] : regions) {
    const number = readNumber(text, region);
    if (number) return { e164: number.e164, country: number.country, international: number.international, extension };
  }
  return undefined;
}

function parts(href: string): { subscriber: string; extension: string | undefined; context: string } {
  const [dialled = "", ...parameters] = decode(href.replace(/^tel:(?:\/\/)?/i, "")).split(";");
  const [subscriber = "", ...afterPause] = dialled.split(/[,pwx]+/i);
  const valueOf = (name: string): string | undefined =>
    parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
  const extension = (valueOf("ext") ?? afterPause.join("")).replace(/[^\d*#]/g, "");
  return { subscriber: subscriber.trim(), extension: extension || undefined, context: valueOf("phone-context") ?? "" };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray "%" is the page's mistake; the rest may still be a number.
    return text;
  }
}
