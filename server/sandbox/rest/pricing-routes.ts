import { Hono } from "hono";
import { priceList, priceOf, type CountryPrices, type PrefixPrice } from "./price-list.ts";
import { notFound } from "./rest-error.ts";

const originationPrefixes = ["ALL"];

/** Voice prices by number and by country. https://www.twilio.com/docs/voice/pricing */
export function pricingRoutes(): Hono {
  return new Hono()
    .get("/Numbers/:number", (context) => {
      const number = context.req.param("number");
      const found = priceOf(number);
      if (!found) throw notFound(context.req.path);
      const { country, price } = found;
      return context.json({
        ...nameOf(country),
        destination_number: number,
        origination_number: context.req.query("OriginationNumber") ?? null,
        outbound_call_prices: [pricesOf(price)],
        inbound_call_price: { base_price: null, current_price: null, number_type: null },
        price_unit: "USD",
        url: new URL(context.req.url).href,
      });
    })
    .get("/Countries", (context) => {
      const countries = priceList.map((country) => ({ ...nameOf(country), url: `${context.req.url}/${country.isoCountry}` }));
      const meta = { key: "countries", page: 0, page_size: countries.length, next_page_url: null, previous_page_url: null };
      return context.json({ countries, meta: { ...meta, first_page_url: context.req.url, url: context.req.url } });
    })
    .get("/Countries/:isoCountry", (context) => {
      const country = priceList.find(({ isoCountry }) => isoCountry === context.req.param("isoCountry").toUpperCase());
      if (!country) throw notFound(context.req.path);
      return context.json({
        ...nameOf(country),
        outbound_prefix_prices: country.prefixPrices.map(prefixPriceOf),
        inbound_call_prices: [],
        price_unit: "USD",
        url: context.req.url,
      });
    });
}

function nameOf({ country, isoCountry }: CountryPrices) {
  return { country, iso_country: isoCountry };
}

function prefixPriceOf(price: PrefixPrice) {
  return { friendly_name: price.friendlyName, destination_prefixes: price.destinationPrefixes, ...pricesOf(price) };
}

function pricesOf({ dollarsPerMinute }: PrefixPrice) {
  return { base_price: dollarsPerMinute, current_price: dollarsPerMinute, origination_prefixes: originationPrefixes };
}
