import type { CountryCode } from "#shared/phone-number.ts";

/** A country that a text names, by its name or by postcodes of its form, and how often. */
export interface CountryMention {
  country: CountryCode;
  count: number;
}

// Names and postcodes that hardly mean anything else. A country that is missing here is still known by domain and language.
const signs: readonly (readonly [CountryCode, RegExp])[] = [
  [
    "US",
    /\b(?:United States|U\.?S\.?A\.?)\b|\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,?\s+\d{5}(?:-\d{4})?\b/g,
  ],
  ["CA", /\bCanada\b|\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\s?\d[ABCEGHJ-NPRSTV-Z]\d\b/g],
  [
    "GB",
    /\b(?:United Kingdom|England|Scotland|Wales|Northern Ireland)\b|\b(?:[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?)\s\d[ABD-HJLNP-UW-Z]{2}\b/g,
  ],
  [
    "IE",
    /\b(?:Ireland|Éire)\b(?<!Northern Ireland)|\bCo\.\s(?:Dublin|Cork|Galway|Kerry|Mayo|Meath|Kildare|Wicklow|Wexford|Offaly|Laois)\b/g,
  ],
  ["AU", /\bAustralia\b|\b(?:NSW|VIC|QLD|TAS|ACT|S\.?A|W\.?A)\s+\d{4}\b/g],
  ["NZ", /\bNew Zealand\b/g],
  ["DE", /\b(?:Germany|Deutschland)\b|\bD-\d{5}\s/g],
  ["AT", /\b(?:Austria|Österreich)\b|\bA-\d{4}\s/g],
  ["CH", /\b(?:Switzerland|Schweiz|Suisse|Svizzera)\b|\bCH-\d{4}\s/g],
  ["FR", /\bFrance\b|\b\d{5}\sParis\b|\bF-\d{5}\s|\bCEDEX\b/g],
  ["BE", /\b(?:Belgium|België|Belgique)\b/g],
  ["NL", /\b(?:Netherlands|Nederland)\b|\b[1-9]\d{3}\s[A-Z]{2}\s+[A-Z][a-z]/g],
  ["ES", /\b(?:Spain|España)\b/g],
  ["PT", /\bPortugal\b/g],
  ["IT", /\b(?:Italy|Italia)\b/g],
  ["SE", /\b(?:Sweden|Sverige)\b/g],
  ["NO", /\b(?:Norway|Norge)\b/g],
  ["DK", /\b(?:Denmark|Danmark)\b/g],
  ["FI", /\b(?:Finland|Suomi)\b/g],
  ["PL", /\b(?:Poland|Polska)\b/g],
  ["CZ", /\b(?:Czech(?: Republic|ia)|Česk(?:o|á republika))(?![\p{L}])/gu],
  ["BR", /\bBra[sz]il\b|\bCEP:?\s?\d{5}-\d{3}\b/g],
  ["MX", /\bM[eé]xico\b(?!,? (?:NM|New))(?<!New M[eé]xico)/g],
  ["AR", /\bArgentina\b/g],
  ["IN", /\bIndia\b|\b(?:Mumbai|Delhi|Chennai|Bangalore|Bengaluru|Kolkata|Hyderabad|Pune)\s?[-–]?\s?\d{3}\s?\d{3}\b/g],
  ["SG", /\bSingapore\b/g],
  ["HK", /\bHong Kong\b/g],
  ["JP", /\bJapan\b|日本|〒\s?\d{3}-\d{4}/g],
  ["KR", /\b(?:South )?Korea\b|대한민국/g],
  ["CN", /\bP\.?\s?R\.?\s?China\b|中国/g],
  ["ZA", /\bSouth Africa\b/g],
  ["AE", /\b(?:United Arab Emirates|U\.?A\.?E\.?|Dubai|Abu Dhabi)\b/g],
  ["IL", /\bIsrael\b|ישראל/g],
  ["TR", /\b(?:Turkey|Türkiye)\b/g],
  ["RU", /\bRussia\b|Россия/g],
  ["UA", /\bUkraine\b|Україна/g],
];

/** The countries a text speaks of, most often named first. */
export function countryMentions(text: string): CountryMention[] {
  return signs
    .map(([country, pattern]) => ({ country, count: text.match(pattern)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}
