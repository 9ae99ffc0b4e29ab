import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** What a minute to some numbers of a country costs, in dollars. */
export interface PrefixPrice {
  friendlyName: string;
  /** Digits of the international form, without "+". */
  destinationPrefixes: readonly string[];
  dollarsPerMinute: string;
}

export interface CountryPrices {
  isoCountry: string;
  country: string;
  prefixPrices: readonly PrefixPrice[];
}

/**
 * The sandbox's own price list. The prices are made up, in the range of real ones, so that costs can be watched; they are
 * nobody's offer.
 */
export const priceList: readonly CountryPrices[] = [
  priced("US", { prefixes: ["1"], other: "0.0140" }),
  priced("CA", { prefixes: ["1"], other: "0.0140" }),
  priced("GB", { prefixes: ["44"], other: "0.0158", mobile: { prefixes: ["447"], price: "0.0450" } }),
  priced("IE", { prefixes: ["353"], other: "0.0195", mobile: { prefixes: ["3538"], price: "0.0525" } }),
  priced("DE", { prefixes: ["49"], other: "0.0155", mobile: { prefixes: ["4915", "4916", "4917"], price: "0.0500" } }),
  priced("FR", { prefixes: ["33"], other: "0.0187", mobile: { prefixes: ["336", "337"], price: "0.0480" } }),
  priced("ES", { prefixes: ["34"], other: "0.0186", mobile: { prefixes: ["346", "347"], price: "0.0470" } }),
  priced("IT", { prefixes: ["39"], other: "0.0205", mobile: { prefixes: ["393"], price: "0.0510" } }),
  priced("NL", { prefixes: ["31"], other: "0.0205", mobile: { prefixes: ["316"], price: "0.0560" } }),
  priced("SE", { prefixes: ["46"], other: "0.0186", mobile: { prefixes: ["467"], price: "0.0500" } }),
  priced("PL", { prefixes: ["48"], other: "0.0230", mobile: { prefixes: ["485", "486", "487"], price: "0.0440" } }),
  priced("AU", { prefixes: ["61"], other: "0.0252", mobile: { prefixes: ["614"], price: "0.0750" } }),
  priced("NZ", { prefixes: ["64"], other: "0.0310", mobile: { prefixes: ["642"], price: "0.0890" } }),
  priced("JP", { prefixes: ["81"], other: "0.0746", mobile: { prefixes: ["8170", "8180", "8190"], price: "0.1900" } }),
  priced("IN", { prefixes: ["91"], other: "0.0497" }),
  priced("BR", { prefixes: ["55"], other: "0.0350", mobile: { prefixes: ["55119"], price: "0.0720" } }),
  priced("MX", { prefixes: ["52"], other: "0.0200" }),
  priced("ZA", { prefixes: ["27"], other: "0.0910", mobile: { prefixes: ["276", "277", "278"], price: "0.1980" } }),
];

/** The country of a number and the price of its longest prefix. Undefined when the list has none. */
export function priceOf(number: string): { country: CountryPrices; price: PrefixPrice } | undefined {
  const parsed = parsePhoneNumberFromString(number);
  // A number that nobody has is still some country's: the first that shares its calling code.
  const iso = parsed?.country ?? parsed?.getPossibleCountries()[0];
  const country = priceList.find(({ isoCountry }) => isoCountry === iso);
  const digits = number.replace(/^\+/, "");
  const [best] = (country?.prefixPrices ?? [])
    .flatMap((price) =>
      price.destinationPrefixes.filter((prefix) => digits.startsWith(prefix)).map((prefix) => ({ prefix, price })),
    )
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  return country && best && { country, price: best.price };
}

function priced(
  isoCountry: string,
  prices: { prefixes: readonly string[]; other: string; mobile?: { prefixes: readonly string[]; price: string } },
): CountryPrices {
  const country = new Intl.DisplayNames("en", { type: "region" }).of(isoCountry) ?? isoCountry;
  const { prefixes, other, mobile } = prices;
  const prefixPrices = [
    { friendlyName: `Programmable Outbound Minute - ${country}`, destinationPrefixes: prefixes, dollarsPerMinute: other },
  ];
  if (mobile) {
    const friendlyName = `Programmable Outbound Minute - ${country} - Mobile`;
    prefixPrices.push({ friendlyName, destinationPrefixes: mobile.prefixes, dollarsPerMinute: mobile.price });
  }
  return { isoCountry, country, prefixPrices };
}
