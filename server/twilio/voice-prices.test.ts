import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createTwilioClient } from "./client.ts";
import { createTwilioCarrier } from "./twilio-carrier.ts";

const credentials = {
  accountSid: `AC${"0".repeat(32)}`,
  apiKeySid: `SK${"0".repeat(32)}`,
  apiKeySecret: "a-secret-of-some-length",
};
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** Countries as Twilio's pricing API writes them; a number in the place of one is the status it answers with instead. */
async function startPricing(countries: Record<string, number | object>, { pageSize = 2 } = {}) {
  const names = Object.keys(countries);
  const app = new Hono()
    .get("/v2/Voice/Countries", (c) => {
      const page = Number(c.req.query("Page") ?? 0);
      const shown = names.slice(page * pageSize, (page + 1) * pageSize);
      const next = (page + 1) * pageSize < names.length ? `https://pricing.twilio.com/v2/Voice/Countries?Page=${page + 1}` : null;
      return c.json({
        countries: shown.map((iso) => ({ country: `Land of ${iso}`, iso_country: iso, url: "" })),
        meta: { key: "countries", page, page_size: pageSize, next_page_url: next },
      });
    })
    .get("/v2/Voice/Countries/:iso", (c) => {
      const answer = countries[c.req.param("iso")];
      if (typeof answer !== "object")
        return c.json({ status: answer, code: 20_003, message: "not for you" }, (answer ?? 404) as 403);
      return c.json({ country: "Land", iso_country: c.req.param("iso"), price_unit: "USD", inbound_call_prices: [], ...answer });
    });
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  stops.push(() => server.close());
  const apiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return createTwilioCarrier(createTwilioClient(credentials, { apiBaseUrl }), { clock: () => 0 });
}

const prefixPrice = {
  destination_prefixes: ["43", "431"],
  origination_prefixes: ["ALL"],
  friendly_name: "Programmable Outbound Minute - Austria",
  base_price: "0.17050",
  current_price: "0.15000",
};
const austria = { outbound_prefix_prices: [prefixPrice] };

describe("the price list of a Twilio account", () => {
  test("has the lines of every country, at what the account pays", async () => {
    const carrier = await startPricing({ AT: austria, FR: austria, DE: { outbound_prefix_prices: [] } });
    const list = await carrier.voicePrices();
    expect(list).toMatchObject({
      ok: true,
      value: { lines: [{ where: "Land of AT (AT)" }, { where: "Land of FR (FR)" }], missing: [] },
    });
    expect(list.ok && list.value.lines[0]).toEqual({
      where: "Land of AT (AT)",
      description: "Programmable Outbound Minute - Austria",
      perMinute: "0.15000",
      originPrefixes: ["ALL"],
      destinationPrefixes: ["43", "431"],
    });
  });

  test("leaves out no country, however many there are", async () => {
    const countries = Array.from({ length: 26 }, (_, index) => `A${String.fromCharCode(65 + index)}`);
    const carrier = await startPricing(Object.fromEntries(countries.map((iso) => [iso, austria])), { pageSize: 10 });
    const list = await carrier.voicePrices();
    expect(list.ok && list.value.lines.map(({ where }) => where)).toEqual(countries.map((iso) => `Land of ${iso} (${iso})`));
  });

  test.each([
    ["a price as a number", { current_price: 0.015 }, "0.015"],
    ["only the list's price", { current_price: null }, "0.17050"],
    ["no price at all", { current_price: null, base_price: null }, ""],
  ])("takes %s as it is", async (_what, prices, perMinute) => {
    const carrier = await startPricing({ AT: { outbound_prefix_prices: [{ ...prefixPrice, ...prices }] } });
    expect(await carrier.voicePrices()).toMatchObject({ ok: true, value: { lines: [{ perMinute }] } });
  });

  test("names the countries that it could not get, and why", async () => {
    const carrier = await startPricing({ AT: austria, CU: 403, CH: { price_unit: "CHF", ...austria } });
    expect(await carrier.voicePrices()).toEqual({
      ok: true,
      value: {
        lines: [expect.objectContaining({ where: "Land of AT (AT)" })],
        missing: [
          { where: "Land of CU (CU)", why: "not for you" },
          { where: "Land of CH (CH)", why: "its prices are in CHF, not in US dollars" },
        ],
      },
    });
  });

  test("cannot be had from a carrier that does not answer", async () => {
    const carrier = createTwilioCarrier(createTwilioClient(credentials, { apiBaseUrl: "http://127.0.0.1:1" }), {
      clock: () => 0,
    });
    expect(await carrier.voicePrices()).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });
});
