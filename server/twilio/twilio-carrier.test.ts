import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTwilioClient } from "./client.ts";
import { createTwilioCarrier } from "./twilio-carrier.ts";

const accountSid = `AC${"0".repeat(32)}`;
const apiKeySid = `SK${"1".repeat(32)}`;
const apiKeySecret = "a-secret-of-some-length";
const parentSid = `CA${"a".repeat(32)}`;
const childSid = `CA${"b".repeat(32)}`;

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A leg as Twilio's REST API writes it. https://www.twilio.com/docs/voice/api/call-resource */
const leg = {
  sid: childSid,
  parent_call_sid: parentSid,
  account_sid: accountSid,
  status: "completed",
  duration: "42",
  price: "-0.01400",
  price_unit: "USD",
  start_time: "Mon, 05 Jan 2026 09:00:05 +0000",
  end_time: "Mon, 05 Jan 2026 09:00:47 +0000",
};

/** Twilio's REST API with what a test wants it to say, and a carrier that is sent there. */
async function startApi(answer: (path: string, search: URLSearchParams) => { status?: number; body: unknown }) {
  const asked: { method: string; path: string; body: string; authorization: string }[] = [];
  const app = new Hono().all("*", async (c) => {
    const path = c.req.path.replace(`/2010-04-01/Accounts/${accountSid}`, "");
    asked.push({ method: c.req.method, path, body: await c.req.text(), authorization: c.req.header("authorization") ?? "" });
    const { status = 200, body } = answer(path, new URL(c.req.url).searchParams);
    return c.body(JSON.stringify(body), status as 200, { "content-type": "application/json" });
  });
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { asked, ...connect(`http://127.0.0.1:${port}/`) };
}

function connect(apiBaseUrl: string) {
  let nowMs = 0;
  const client = createTwilioClient({ accountSid, apiKeySid, apiKeySecret }, { apiBaseUrl });
  const carrier = createTwilioCarrier(client, { clock: () => nowMs });
  return {
    carrier,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

const restError = (status: number, code: number) => ({ status, body: { status, code, message: "no", more_info: "" } });

describe("the Twilio carrier", () => {
  test("reads a leg from the address it is given, signing in with the API key", async () => {
    const { carrier, asked } = await startApi(() => ({ body: leg }));
    expect(await carrier.fetchCall(childSid)).toEqual({
      ok: true,
      value: {
        callSid: childSid,
        parentCallSid: parentSid,
        status: "completed",
        durationSeconds: 42,
        priceMicros: 14_000,
        startedAtMs: Date.UTC(2026, 0, 5, 9, 0, 5),
        endedAtMs: Date.UTC(2026, 0, 5, 9, 0, 47),
      },
    });
    expect(asked).toMatchObject([{ method: "GET", path: `/Calls/${childSid}.json` }]);
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from(`${apiKeySid}:${apiKeySecret}`).toString("base64")}`);
  });

  test("lists the legs that a leg dialled", async () => {
    const page = { calls: [leg], page: 0, page_size: 50, next_page_uri: null, uri: "", first_page_uri: "" };
    const { carrier } = await startApi((_path, search) => ({
      body: search.get("ParentCallSid") === parentSid ? page : { calls: [] },
    }));
    expect(await carrier.listChildren(parentSid)).toMatchObject({
      ok: true,
      value: [{ callSid: childSid, durationSeconds: 42 }],
    });
    expect(await carrier.listChildren(childSid)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ["has no duration yet", { ...leg, duration: null }],
    ["has a status that nobody knows", { ...leg, status: "asleep" }],
  ])("takes no word from a record that %s", async (_what, body) => {
    const { carrier } = await startApi(() => ({ body }));
    expect(await carrier.fetchCall(childSid)).toMatchObject({ ok: false, error: { kind: "rejected" } });
  });

  test("a price in another currency, or none, is no price", async () => {
    for (const price of [{ price: null }, { price_unit: "EUR" }]) {
      const { carrier } = await startApi(() => ({ body: { ...leg, ...price } }));
      expect(await carrier.fetchCall(childSid)).toMatchObject({ ok: true, value: { priceMicros: undefined } });
    }
  });

  test("ends a leg, and ending one that has ended is no failure", async () => {
    let isOver = false;
    const { carrier, asked } = await startApi(() => (isOver ? restError(400, 21_220) : { body: leg }));
    expect(await carrier.hangUp(childSid)).toEqual({ ok: true, value: undefined });
    expect(asked).toMatchObject([{ method: "POST", path: `/Calls/${childSid}.json`, body: "Status=completed" }]);
    isOver = true;
    expect(await carrier.hangUp(childSid)).toEqual({ ok: true, value: undefined });
  });

  test.each([
    [404, 20_404, "not_found"],
    [401, 20_003, "unauthorized"],
    [403, 20_003, "unauthorized"],
    [400, 20_001, "rejected"],
    [503, 20_503, "unreachable"],
  ])("tells what a %i means, and never throws", async (status, code, kind) => {
    const { carrier } = await startApi(() => restError(status, code));
    const answers = [carrier.fetchCall(childSid), carrier.listChildren(parentSid), carrier.hangUp(childSid), carrier.callerIds()];
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ ok: false, error: { kind } });
  });

  test("an address where nobody listens is an unreachable carrier", async () => {
    const { carrier } = connect("http://127.0.0.1:1");
    expect(await carrier.fetchCall(childSid)).toMatchObject({ ok: false, error: { kind: "unreachable" } });
  });

  test("lists rented numbers before verified ones, each once, and leaves out what cannot be shown", async () => {
    const page = { page: 0, page_size: 50, next_page_uri: null };
    const voice = { voice: true, sms: true, mms: false, fax: false };
    const { carrier } = await startApi((path) =>
      path.startsWith("/IncomingPhoneNumbers")
        ? {
            body: {
              ...page,
              incoming_phone_numbers: [
                { sid: "PN1", phone_number: "+13125550145", friendly_name: "Rented", capabilities: voice },
                {
                  sid: "PN2",
                  phone_number: "+13125550146",
                  friendly_name: "Texts only",
                  capabilities: { ...voice, voice: false },
                },
              ],
            },
          }
        : {
            body: {
              ...page,
              outgoing_caller_ids: [
                { sid: "PN3", phone_number: "+12125550123", friendly_name: "Desk" },
                { sid: "PN4", phone_number: "+13125550145", friendly_name: "Rented, and verified too" },
                { sid: "PN5", phone_number: "12345", friendly_name: "Short code" },
              ],
            },
          },
    );
    expect(await carrier.callerIds()).toEqual({
      ok: true,
      value: [
        { number: "+13125550145", type: "owned", label: "Rented" },
        { number: "+12125550123", type: "verified", label: "Desk" },
      ],
    });
  });

  test("asks for caller IDs once a minute, however many want them, and again at once after a failure", async () => {
    let isDown = true;
    const empty = { incoming_phone_numbers: [], outgoing_caller_ids: [] };
    const { carrier, asked, pass } = await startApi(() => (isDown ? restError(503, 20_503) : { body: empty }));
    expect((await carrier.callerIds()).ok).toBe(false);
    // The failure is told as soon as one of its two questions has failed; the other is still on its way.
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    isDown = false;
    asked.length = 0;
    await Promise.all([carrier.callerIds(), carrier.callerIds()]);
    pass(59_999);
    await carrier.callerIds();
    expect(asked).toHaveLength(2);
    pass(1);
    await carrier.callerIds();
    expect(asked).toHaveLength(4);
  });
});
