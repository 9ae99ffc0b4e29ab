import type { CarrierPriceLine, CarrierPriceList } from "../carrier.ts";
import { toCarrierFailure } from "./carrier-failure.ts";
import type { TwilioClient } from "./client.ts";

/** Countries asked about at once: some two hundred one by one take minutes, and all at once are turned away. */
const askedAtOnce = 6;

/**
 * What this account pays for calls to everywhere, by Twilio's pricing API: one question for the list of countries, and one for each
 * country. A country that cannot be read is told as missing. https://www.twilio.com/docs/voice/pricing
 */
export async function readVoicePrices(client: TwilioClient): Promise<CarrierPriceList> {
  const countries = await client.pricing.v2.voice.countries.list();
  const list: CarrierPriceList = { lines: [], missing: [] };
  for (let start = 0; start < countries.length; start += askedAtOnce) {
    const answers = await Promise.all(countries.slice(start, start + askedAtOnce).map((country) => readCountry(client, country)));
    for (const { lines, missing } of answers) {
      list.lines.push(...lines);
      list.missing.push(...missing);
    }
  }
  return list;
}

type Country = Awaited<ReturnType<TwilioClient["pricing"]["v2"]["voice"]["countries"]["list"]>>[number];

async function readCountry(client: TwilioClient, { country, isoCountry }: Country): Promise<CarrierPriceList> {
  const where = `${country} (${isoCountry})`;
  try {
    const { priceUnit, outboundPrefixPrices } = await client.pricing.v2.voice.countries(isoCountry).fetch();
    if (!/^usd$/i.test(priceUnit)) return without(where, `its prices are in ${priceUnit}, not in US dollars`);
    return { lines: (outboundPrefixPrices ?? []).map((price) => toLine(where, price)), missing: [] };
  } catch (error) {
    return without(where, toCarrierFailure(error).message);
  }
}

function without(where: string, why: string): CarrierPriceList {
  return { lines: [], missing: [{ where, why }] };
}

type PrefixPrice = Country["outboundPrefixPrices"][number];

/** The current price is the account's own, discounts included; the base price is the list's. */
function toLine(where: string, price: PrefixPrice): CarrierPriceLine {
  return {
    where,
    description: price.friendlyName ?? "",
    perMinute: String(price.currentPrice ?? price.basePrice ?? ""),
    originPrefixes: price.originationPrefixes ?? [],
    destinationPrefixes: price.destinationPrefixes ?? [],
  };
}
