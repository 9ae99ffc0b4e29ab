import { err, ok, type Result } from "#shared/result.ts";

/** Whether a text is the first digits of numbers in international form, without "+". ITU-T E.164: 15 digits, the first of which is no 0. */
export function isPrefix(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}

/** Reads a prefix as a price list may write it: "43", "+43", "1-242", "+43 664". The failure says what is wrong. */
export function readPrefix(text: string): Result<string, string> {
  const trimmed = text.trim();
  // Without a "+" in front, "43 664" could as well be two prefixes whose comma was lost.
  const digits = trimmed.replace(/^\+/, "").replaceAll(trimmed.startsWith("+") ? /[\s-]/g : "-", "");
  if (isPrefix(digits)) return ok(digits);
  return err(`"${trimmed}" is no prefix: the first digits of numbers in international form, such as 4366`);
}
