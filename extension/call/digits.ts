import { err, ok, type Result } from "#shared/result.ts";

/** Tones 0-9, * and # in the order in which they are sent, with a w for each half second of silence between them. */
export type Digits = string & { readonly __brand: "Digits" };

/** Why a text is not sent as tones. */
export type DigitsProblem = { code: "not_a_digit"; sign: string } | { code: "too_many"; most: number } | { code: "no_digits" };

/** More than any account number, code and PIN together; a text that is longer was pasted by mistake. */
const mostSteps = 200;

/** What telephones and address books write for two seconds. */
const comma = "wwww";

// Spaces and dashes that numbers are grouped with, and the marks that say how they run, which no one sees.
const grouping = /[\s\p{Pd}\p{Cf}]/gu;

/** The zero of each script that numbers are typed and pasted in besides ours: Arabic, Persian, and full width. */
const zeros = [0x0660, 0x06f0, 0xff10];

/**
 * Reads what a person pasted or typed as tones: digits, * and #, w for half a second (as the voice SDK has it), W for a whole one
 * (as TwiML's sendDigits has it), and a comma for two (as telephones have it). Letters are not turned into the keys they stand
 * on: "w" is one of them, and would be two things.
 */
export function readDigits(text: string): Result<Digits, DigitsProblem> {
  let digits = "";
  for (const sign of text.replace(grouping, "")) {
    const steps = stepsOf(sign);
    if (steps === undefined) return err({ code: "not_a_digit", sign });
    digits += steps;
  }
  if (!/[^w]/.test(digits)) return err({ code: "no_digits" });
  if (digits.length > mostSteps) return err({ code: "too_many", most: mostSteps });
  return ok(digits as Digits);
}

/** How many of these are tones, and not silence. */
export function countTones(digits: string): number {
  return digits.replaceAll("w", "").length;
}

function stepsOf(sign: string): string | undefined {
  if (/^[\d*#w]$/.test(sign)) return sign;
  if (sign === "W") return "ww";
  // The comma of Arabic text lies on the same key.
  if (sign === "," || sign === "،") return comma;
  return digitOf(sign);
}

/** The digit that a sign of another script stands for. */
function digitOf(sign: string): string | undefined {
  const point = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? undefined : String(point - zero);
}
