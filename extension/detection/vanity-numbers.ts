/** A number that is written in letters, as on the keys of a telephone. */
export interface VanityNumber {
  start: number;
  end: number;
  /** What is dialled: "18003569377", or "+1..." where the country is plain. */
  dialled: string;
  /** Whether it begins as numbers do: with "1", or with its code in brackets. "888-SERIES" may be an engine. */
  isPlain: boolean;
}

// Only free numbers are advertised so, and only in capitals: anything wider finds the names of engines, roads and films.
const prefix = "(?<country>\\+?1[-. ]?)?\\(?(?<code>0?8(?:00|08|33|44|55|66|77|88)|1[38]00)\\)?";
const word = "(?<word>(?=[A-Z\\d-]*[A-Z][A-Z\\d-]*[A-Z][A-Z\\d-]*[A-Z])[A-Z\\d]{1,12}(?:-[A-Z\\d]{1,12}){0,3})";
const inDigits = "(?:\\s{0,2}\\(\\s?(?<digits>\\d{3}[-. ]?\\d{4})\\s?\\))?";
const pattern = `(?<![\\p{L}\\p{N}.-])${prefix}(?<gap>[-. ])\\s?${word}(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])${inDigits}`;

/** The numbers of a text that are written in letters, with their form in digits where it stands behind them. */
export function findVanityNumbers(text: string): VanityNumber[] {
  return Array.from(text.matchAll(new RegExp(pattern, "gu")), toVanityNumber).flatMap((number) => number ?? []);
}

// The North American network ignores what is dialled beyond seven digits, and advertisers count on it.
const northAmericanDigits = 7;

function toVanityNumber(match: RegExpExecArray): VanityNumber | undefined {
  const { country, code = "", gap, word: letters = "", digits } = match.groups ?? {};
  const isPlain = country !== undefined || match[0].startsWith("(");
  // "800 WATTS"
  if (gap === " " && !isPlain) return undefined;
  const rest = digits?.replace(/\D/g, "") ?? toKeys(letters);
  const found = { start: match.index, end: match.index + match[0].length, isPlain };
  if (!code.startsWith("8")) return { ...found, dialled: `${code}${rest}` };
  return rest.length >= northAmericanDigits ? { ...found, dialled: `+1${code}${rest.slice(0, northAmericanDigits)}` } : undefined;
}

const keys = "22233344455566677778889999";

/** The digits on whose keys letters stand (ITU-T E.161). */
export function toKeys(letters: string): string {
  return letters
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => keys.charAt(letter.charCodeAt(0) - 65))
    .replace(/\D/g, "");
}
