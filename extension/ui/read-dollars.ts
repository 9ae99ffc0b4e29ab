import { parseDollars, type Micros } from "#shared/money.ts";

/** Dollars as a person types them: "25", "$25.00", "12,50". Undefined for anything that is no amount of zero or more. */
export function readDollars(text: string): Micros | undefined {
  const plain = text.replace(/[$\s]/g, "").replace(/,(\d{1,2})$/, ".$1");
  return /^\d+(\.\d{1,6})?$/.test(plain) ? parseDollars(plain) : undefined;
}
