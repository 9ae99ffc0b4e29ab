import twilio from "twilio";
import { afterEach, describe, expect, test, vi } from "vitest";
import { newCallSid } from "../store/contract/fixture.ts";
import { countStatements } from "../store/sqlite/testing/count-statements.ts";
import { authToken, problemOf, publicUrl, startCallServer, type CallServer } from "./testing/call-server.ts";
import { completedForm, stateOf, statusPath } from "./testing/webhook-forms.ts";

type Form = Record<string, string>;
type Forgery = NonNullable<Parameters<CallServer["webhook"]>[2]>;

const formType = "application/x-www-form-urlencoded";

/** What each webhook would believe, and would write a lot down for, if it came from the carrier. */
const webhooks = [
  {
    name: "the voice webhook",
    path: "/api/twilio/voice",
    prepare: async (server: CallServer): Promise<Form> => {
      const call = await server.requestCall();
      return { CallSid: newCallSid(), CallStatus: "ringing", From: `client:${server.owner}`, callId: call.id };
    },
  },
  {
    name: "the status webhook",
    path: statusPath,
    prepare: async (server: CallServer): Promise<Form> => completedForm(await server.connectCall()),
  },
  {
    name: "the dial-action webhook",
    path: "/api/twilio/dial-action",
    prepare: async (server: CallServer): Promise<Form> => {
      const { parentSid, childSid } = await server.connectCall();
      return { CallSid: parentSid, DialCallSid: childSid, DialCallStatus: "completed", DialCallDuration: "30" };
    },
  },
];

afterEach(() => void vi.restoreAllMocks());

/** Sends what the carrier did not, and sees that it cost the database nothing at all. */
async function forge(
  { path, prepare }: (typeof webhooks)[number],
  forgeryOf: (form: Form, url: string) => Forgery & { sent?: Form; at?: string },
): Promise<Response> {
  const server = await startCallServer();
  const form = await prepare(server);
  const before = await stateOf(server);
  const statements = countStatements();
  const { sent = form, at = path, ...forgery } = forgeryOf(form, `${publicUrl}${path}`);
  const answer = await server.webhook(at, sent, forgery);
  expect(statements()).toBe(0);
  expect(await stateOf(server)).toEqual(before);
  return answer;
}

const encoded = (form: Form) => new URLSearchParams(form).toString();

describe.each(webhooks)("$name", (webhook) => {
  test("is believed when the carrier signed it, and then the database works", async () => {
    const server = await startCallServer();
    const form = await webhook.prepare(server);
    const before = await stateOf(server);
    const statements = countStatements();
    expect((await server.webhook(webhook.path, form)).ok).toBe(true);
    expect(statements()).toBeGreaterThan(0);
    expect(await stateOf(server)).not.toEqual(before);
  });

  test.each<[string, (url: string) => Forgery]>([
    ["another token", () => ({ token: "ffffffffffffffffffffffffffffffff" })],
    ["no signature", () => ({ signature: "" })],
    ["a signature of nonsense", () => ({ signature: "AAAA" })],
    ["a signature of the right length", () => ({ signature: `${"A".repeat(27)}=` })],
    ["a signature for another path", (url) => ({ url: `${url}/other` })],
    ["a signature for another host", (url) => ({ url: url.replace("ringback", "evil") })],
    ["a signature for another port", (url) => ({ url: url.replace("ringback.example", "ringback.example:8443") })],
    ["a signature for plain http", (url) => ({ url: url.replace("https", "http") })],
    ["a signature for an address with a query", (url) => ({ url: `${url}?call=1` })],
  ])("with %s is refused before anything is looked up", async (_what, forgery) => {
    const answer = await forge(webhook, (_form, url) => forgery(url));
    expect(await problemOf(answer)).toMatchObject({ status: 403, code: "forbidden" });
  });

  test.each<[string, (form: Form) => Form]>([
    ["another call", (form) => ({ ...form, CallSid: newCallSid() })],
    ["one field more", (form) => ({ ...form, Extra: "1" })],
    ["one field less", ({ CallSid: _CallSid, ...form }) => form],
    ["two fields swapped", swapFirstTwo],
    ["no field at all", () => ({})],
  ])("with %s put in after it was signed is refused before anything is looked up", async (_what, change) => {
    const answer = await forge(webhook, (signedForm) => ({ signedForm, sent: change(signedForm) }));
    expect(answer.status).toBe(403);
  });

  test("with a field sent twice is refused before anything is looked up", async () => {
    const answer = await forge(webhook, (form) => ({ body: `${encoded(form)}&CallSid=${newCallSid()}` }));
    expect(answer.status).toBe(403);
  });

  // The signature is over names and values without anything in between, and over a value that comes twice only once.
  test.each<[string, (form: Form) => string]>([
    ["a field that comes twice with the same value", (form) => `${encoded(form)}&CallSid=${form["CallSid"]}`],
    ["a name that took the first letters of its value", moveBorder],
  ])("whose signature holds though it was mangled, by %s, changes nothing", async (_what, mangle) => {
    const answer = await forge(webhook, (form) => ({ body: mangle(form) }));
    expect(await answer.text()).not.toContain("<Dial");
  });

  test.each<[string, (form: Form) => Forgery, number, string]>([
    ["JSON", () => ({ contentType: "application/json", body: "{}" }), 415, "unsupported_media_type"],
    ["text, though it is the signed form", () => ({ contentType: "text/plain" }), 415, "unsupported_media_type"],
    ["no type at all", () => ({ contentType: "" }), 415, "unsupported_media_type"],
    ["something with the right type in it", () => ({ contentType: `text/${formType}` }), 415, "unsupported_media_type"],
    ["one byte more than 64 KB", () => ({ body: "x".repeat(64 * 1024 + 1) }), 413, "payload_too_large"],
    ["a megabyte", (form) => ({ body: `${encoded(form)}&x=${"x".repeat(1024 * 1024)}` }), 413, "payload_too_large"],
    ["an empty body", () => ({ body: "" }), 403, "forbidden"],
    ["half of a body", (form) => ({ body: encoded(form).slice(0, 40) }), 403, "forbidden"],
    ["bytes that are no text", () => ({ body: "%ff%fe=%00&\u0000" }), 403, "forbidden"],
  ])("is not read as %s", async (_what, forgery, status, code) => {
    expect(await problemOf(await forge(webhook, forgery))).toMatchObject({ status, code });
  });

  test("is refused when a query was put to its address", async () => {
    const answer = await forge(webhook, (_form, url) => ({ url, at: `${webhook.path}?leg=child` }));
    expect(answer.status).toBe(403);
  });

  test("is believed whatever Host it names, since only the address we gave out counts", async () => {
    const server = await startCallServer();
    const form = await webhook.prepare(server);
    const honest = await server.app.request(`http://elsewhere.example${webhook.path}`, {
      method: "POST",
      headers: {
        "content-type": `${formType}; charset=UTF-8`,
        "x-forwarded-host": "evil.example",
        "x-twilio-signature": twilio.getExpectedTwilioSignature(authToken, `${publicUrl}${webhook.path}`, form),
      },
      body: encoded(form),
    });
    expect(honest.ok).toBe(true);
  });
});

test("a webhook whose signed address has a query is believed with that query", async () => {
  const server = await startCallServer();
  expect((await server.webhook(`${statusPath}?leg=child`, completedForm(await server.connectCall()))).status).toBe(204);
});

test("a forger needs no database to be refused", async () => {
  const server = await startCallServer();
  const form = completedForm(await server.connectCall());
  await server.store.close();
  expect((await server.webhook(statusPath, form, { signature: "AAAA" })).status).toBe(403);
});

function swapFirstTwo(form: Form): Form {
  const [first, second, ...others] = Object.entries(form);
  if (!first || !second) throw new Error("There are no two fields to swap.");
  return Object.fromEntries([[first[0], second[1]], [second[0], first[1]], ...others]);
}

/** "CallSid=CA12" and "CallSidCA=12" have the same signature. */
function moveBorder({ CallSid: sid = "", ...form }: Form): string {
  return encoded({ [`CallSid${sid.slice(0, 2)}`]: sid.slice(2), ...form });
}
