import type { CountryCode } from "#shared/phone-number.ts";
import examples from "libphonenumber-js/examples.mobile.json";
import { getCountries, getExampleNumber, parsePhoneNumberFromString, type PhoneNumber } from "libphonenumber-js/max";
import { seededRandom, type Random } from "../detection/random.ts";
import type { Finder } from "./finders.ts";
import { shareOf, type Finding, type Score } from "./shares.ts";

/** The forty countries of most people, where a number in national form had better be found. */
const bigCountries = new Set<CountryCode>(
  "IN CN US ID PK NG BR BD RU ET MX JP EG PH CD VN IR TR DE TH GB TZ FR ZA IT KE MM CO KR UG ES SD AR DZ IQ PL CA MA SA UZ".split(
    " ",
  ) as CountryCode[],
);
const perCountry = 12;

type Write = (number: PhoneNumber) => string;

const national: Write = (number) => number.formatNational();
const international: Write = (number) => number.formatInternational();
const labelled =
  (write: Write): Write =>
  (number) =>
    `Tel: ${write(number)}`;

/** Scores a finder on valid numbers of every country that libphonenumber knows, in the forms that it gives them. */
export function scoreExamples(finder: Finder): Record<string, Score> {
  const numbers = getCountries().flatMap((country) => exampleNumbers(country));
  const big = numbers.filter(({ country }) => country !== undefined && bigCountries.has(country));
  return {
    "national with a label, 40 big countries": score(big, labelled(national), finder),
    "national with a label": score(numbers, labelled(national), finder),
    national: score(numbers, national, finder),
    "international with a label": score(numbers, labelled(international), finder),
    international: score(numbers, international, finder),
  };
}

function score(numbers: readonly PhoneNumber[], write: Write, finder: Finder): Score {
  const findings: Finding[] = [];
  let found = 0;
  let marked = 0;
  for (const number of numbers) {
    const text = write(number);
    const marks = finder.find({ text, breaks: [], precedingText: "" }, number.country ? [number.country] : []);
    marked += marks.length;
    if (marks.some(({ e164 }) => e164 === number.number)) found++;
    else findings.push({ what: "missed", text, where: number.country ?? "" });
  }
  const recall = shareOf(found, numbers.length);
  return { shares: { recall, exact: recall, precision: shareOf(found, marked), marked, cases: numbers.length }, findings };
}

/** The library's own example, and others like it: its last digits rolled until they are valid. */
function exampleNumbers(country: CountryCode): PhoneNumber[] {
  const example = getExampleNumber(country, examples);
  if (!example) return [];
  const random = seededRandom(country.charCodeAt(0) * 256 + country.charCodeAt(1));
  const numbers = [example];
  for (let tries = 0; tries < perCountry * 20 && numbers.length < perCountry; tries++) {
    const rolled = parsePhoneNumberFromString(rollEnd(example.nationalNumber, random), country);
    if (rolled?.isValid() && rolled.country === country) numbers.push(rolled);
  }
  return numbers;
}

function rollEnd(significant: string, random: Random): string {
  const kept = Math.floor(random() * (significant.length - 2)) + 1;
  const rolled = Array.from({ length: significant.length - kept }, () => Math.floor(random() * 10));
  return significant.slice(0, kept) + rolled.join("");
}
