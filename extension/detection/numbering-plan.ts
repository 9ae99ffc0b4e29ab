import { Metadata } from "libphonenumber-js/max";
import type { CountryCode } from "#shared/phone-number.ts";

/** How the numbers of a country, or of a calling code of no country, are made: libphonenumber's patterns, compiled once. */
export interface NumberingPlan {
  readonly callingCode: string;
  /** No number dialled from inside the country has fewer digits than this. */
  readonly leastDigits: number;
  /** Digits after the prefix to dial abroad, such as "00"; undefined when they do not begin with one. */
  withoutAbroadPrefix(digits: string): string | undefined;
  /** Digits without the country's trunk prefix, where they have one. */
  withoutTrunkPrefix(digits: string): string;
  /** Whether digits without any prefix have the general form of a number. */
  isShaped(significant: string): boolean;
  /** How a count of digits compares with those that numbers have. */
  lengthOf(significant: string): "possible" | "too-short" | "too-long" | "between";
  /** Whether digits without any prefix are a number of any type: fixed, mobile, toll-free, ... */
  isValid(significant: string): boolean;
  /** Whether digits begin as only numbers of this country do; undefined where that says nothing. */
  isLedIn(significant: string): boolean | undefined;
  /** The digits as the country groups them, without prefix. */
  group(significant: string, form: "national" | "international"): string;
}

const plans = new Map<string, NumberingPlan>();

/** The plan of a country, or of a calling code: then it is that of the code's main country. */
export function planOf(countryOrCallingCode: string): NumberingPlan {
  const plan = plans.get(countryOrCallingCode) ?? compile(patternsOf(countryOrCallingCode));
  plans.set(countryOrCallingCode, plan);
  return plan;
}

const sharers = new Map<string, readonly SharingCountry[] | undefined>();

/** A country with its plan, one of those that share a calling code. */
export interface SharingCountry {
  country: CountryCode;
  plan: NumberingPlan;
}

/** The countries that share a calling code, main country first; none for codes such as 800. Undefined for what is no calling code. */
export function countriesOf(callingCode: string): readonly SharingCountry[] | undefined {
  if (sharers.has(callingCode)) return sharers.get(callingCode);
  const countries = metadata.hasCallingCode(callingCode)
    ? (metadata.getCountryCodesForCallingCode(callingCode) ?? [])
    : undefined;
  const sharing = countries?.map((country) => ({ country, plan: planOf(country) }));
  sharers.set(callingCode, sharing);
  return sharing;
}

const shapes = new Map<string, RegExp>();

/** Whether digits have the general form of a number of any country of a calling code: 25 share +1, and most digits fit none of them. */
export function isShapedWithin(callingCode: string, significant: string): boolean {
  const known = shapes.get(callingCode);
  if (known) return known.test(significant);
  const shape = whole(
    patternsWithin(callingCode)
      .map((patterns) => patterns.nationalNumberPattern())
      .join("|"),
  );
  shapes.set(callingCode, shape);
  return shape.test(significant);
}

/** Parts of the library's metadata that its types leave out. https://gitlab.com/catamphetamine/libphonenumber-js/blob/master/METADATA.md */
interface CallingCodes {
  hasCallingCode(callingCode: string): boolean | undefined;
  getCountryCodesForCallingCode(callingCode: string): CountryCode[] | undefined;
  selectNumberingPlan(countryOrCallingCode: string): { numberingPlan: Patterns };
}

const metadata = new Metadata() as unknown as CallingCodes;

interface Patterns {
  callingCode(): string;
  // What a country does not have is 0 or undefined in the metadata.
  IDDPrefix(): string | 0 | undefined;
  nationalPrefixForParsing(): string | 0 | undefined;
  nationalPrefixTransformRule(): string | 0 | undefined;
  nationalNumberPattern(): string;
  possibleLengths(): readonly number[];
  leadingDigits(): string | 0 | undefined;
  hasTypes(): boolean;
  type(name: string): { pattern(): string | undefined } | undefined;
  formats(): readonly {
    pattern(): string;
    leadingDigitsPatterns(): readonly string[];
    format(): string;
    internationalFormat(): string;
  }[];
}

function patternsOf(countryOrCallingCode: string): Patterns {
  return metadata.selectNumberingPlan(countryOrCallingCode).numberingPlan;
}

function compile(patterns: Patterns): NumberingPlan {
  const general = whole(patterns.nationalNumberPattern());
  const abroad = starting(patterns.IDDPrefix());
  const leading = starting(patterns.leadingDigits());
  const trunk = starting(patterns.nationalPrefixForParsing());
  const transform = patterns.nationalPrefixTransformRule();
  const ofAnyType = lazily(() => whole(typePatterns(patterns).join("|")));
  const formats = lazily(() => compileFormats(patterns));
  return {
    callingCode: patterns.callingCode(),
    // A transform puts an area code in front of what is dialled.
    leastDigits: transform ? 0 : leastLength(patterns.callingCode()),
    withoutAbroadPrefix: (digits) => {
      const prefix = abroad?.exec(digits)?.[0];
      return prefix === undefined ? undefined : digits.slice(prefix.length);
    },
    withoutTrunkPrefix: (digits) => {
      const match = trunk?.exec(digits);
      if (!trunk || !match) return digits;
      const captured = match.length > 1 && match.at(-1);
      return transform && captured ? digits.replace(trunk, transform) : digits.slice(match[0].length);
    },
    isShaped: (significant) => general.test(significant),
    lengthOf: (significant) => compareLength(significant.length, patterns.possibleLengths()),
    isValid: (significant) => general.test(significant) && ofAnyType().test(significant),
    isLedIn: (significant) => leading?.test(significant),
    group: (significant, form) => group(significant, form, formats()),
  };
}

function leastLength(callingCode: string): number {
  return Math.min(...patternsWithin(callingCode).flatMap((patterns) => patterns.possibleLengths()));
}

function patternsWithin(callingCode: string): Patterns[] {
  const countries: readonly string[] = metadata.getCountryCodesForCallingCode(callingCode) ?? [callingCode];
  return countries.map(patternsOf);
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function starting(pattern: string | 0 | undefined): RegExp | undefined {
  return pattern ? new RegExp(`^(?:${pattern})`) : undefined;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const types = "FIXED_LINE MOBILE PREMIUM_RATE TOLL_FREE SHARED_COST VOIP PERSONAL_NUMBER PAGER UAN VOICEMAIL".split(" ");

function typePatterns(patterns: Patterns): string[] {
  return patterns.hasTypes() ? types.flatMap((type) => patterns.type(type)?.pattern() || []) : [patterns.nationalNumberPattern()];
}

function compareLength(length: number, possible: readonly number[]): ReturnType<NumberingPlan["lengthOf"]> {
  if (possible.includes(length)) return "possible";
  if (length < Math.min(...possible)) return "too-short";
  return length > Math.max(...possible) ? "too-long" : "between";
}

interface Format {
  pattern: RegExp;
  leading: RegExp | undefined;
  national: string;
  international: string;
}

function compileFormats(patterns: Patterns): Format[] {
  return patterns.formats().map((format) => ({
    pattern: whole(format.pattern()),
    leading: starting(format.leadingDigitsPatterns().at(-1)),
    national: format.format(),
    international: format.internationalFormat(),
  }));
}

function group(significant: string, form: "national" | "international", formats: readonly Format[]): string {
  const format = formats.find(({ pattern, leading }) => (leading?.test(significant) ?? true) && pattern.test(significant));
  if (!format) return significant;
  const grouped = significant.replace(format.pattern, format[form]);
  return form === "national" ? grouped : grouped.replace(/\D+/g, " ").trim();
}
