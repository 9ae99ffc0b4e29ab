import type { CountryCode } from "#shared/phone-number.ts";
import type { ReadNumber, ReadNumberText } from "./number-reader.ts";
import type { CountrySource } from "./score-number.ts";

export interface Reading {
  readNumber: ReadNumberText;
  /** The countries whose national form the page may use, likeliest first. */
  regions: readonly CountryCode[];
}

/** A number as it was read, and where its country comes from. */
export interface ReadWritten {
  number: ReadNumber;
  source: CountrySource;
}

// E.164 allows 15 digits; "00" and "(0)" may come on top.
const leastDigits = 7;
const mostDigits = 18;
const plusInFront = /^[(\s]*\+/;
const countryCodeApart = /^[1-9]\d{0,2}[ (-]/;
const leastDigitsWithCountryCode = 9;

/** Reads a text in plain signs as a number in international form, or in the national form of one of the regions. */
export function readWritten(plain: string, { readNumber, regions }: Reading): ReadWritten | undefined {
  const digits = plain.replace(/\D/g, "");
  if (digits.length < leastDigits || digits.length > mostDigits) return undefined;
  if (plusInFront.test(plain)) return readAbroad(plain, digits, readNumber);
  for (const [rank, region] of regions.entries()) {
    const number = readNumber(digits, region);
    if (number) return { number, source: rank === 0 ? "likeliest-region" : "next-region" };
  }
  return readForeignPrefix(plain, digits, readNumber) ?? readWithoutPlus(plain, digits, readNumber);
}

// The trunk prefix in brackets is one that is not dialled from abroad, be there such a prefix in the country or not.
const trunkInBrackets = /\(0\)/;

function readAbroad(plain: string, digits: string, readNumber: ReadNumberText): ReadWritten | undefined {
  const withoutTrunk = trunkInBrackets.test(plain) ? plain.replace(trunkInBrackets, "").replace(/\D/g, "") : "";
  const number = readNumber(`+${digits}`, undefined) ?? readNumber(`+${withoutTrunk}`, undefined);
  return number && { number, source: "written" };
}

// The prefix that most of the world dials abroad with, and that of North America, on pages of countries that have another.
const foreignPrefix = /^(?:00|011)(?=[\s.(-]?[1-9])/;

function readForeignPrefix(plain: string, digits: string, readNumber: ReadNumberText): ReadWritten | undefined {
  const prefix = foreignPrefix.exec(plain)?.[0];
  // Divided as people divide numbers: ids begin with zeros as well.
  if (!prefix || !/\d\D+\d/.test(plain)) return undefined;
  return readAbroad(plain, digits.slice(prefix.length), readNumber);
}

// "44 (0) 20 7946 0958": only where the country code stands apart.
function readWithoutPlus(plain: string, digits: string, readNumber: ReadNumberText): ReadWritten | undefined {
  if (digits.length < leastDigitsWithCountryCode || !countryCodeApart.test(plain)) return undefined;
  const number = readNumber(`+${digits}`, undefined);
  const countryCode = number?.international.slice(1).split(" ")[0];
  return number && countryCode === /^\d+/.exec(plain)?.[0] ? { number, source: "assumed" } : undefined;
}
