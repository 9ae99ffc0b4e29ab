import twilio from "twilio";
import { describe, expect, test } from "vitest";
import { newCallSid } from "../store/contract/fixture.ts";
import { authToken, problemOf, publicUrl, startCallServer } from "./testing/call-server.ts";
import { completedForm, stateOf, statusPath } from "./testing/webhook-forms.ts";

describe("a webhook that the carrier did not sign", () => {
  const url = `${publicUrl}${statusPath}`;

  test.each([
    ["another token", { token: "ffffffffffffffffffffffffffffffff" }],
    ["no signature", { signature: "" }],
    ["a signature of nonsense", { signature: "AAAA" }],
    ["a signature for another path", { url: `${publicUrl}/api/twilio/dial-action` }],
    ["a signature for another host", { url: url.replace("ringback", "evil") }],
    ["a signature for plain http", { url: url.replace("https", "http") }],
    ["a signature for an address with a query", { url: `${url}?call=1` }],
  ])("with %s, is refused and changes nothing", async (_what, forged) => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const before = await stateOf(server);
    const answer = await server.webhook(statusPath, completedForm(connected), forged);
    expect(await problemOf(answer)).toMatchObject({ status: 403, code: "forbidden" });
    expect(await stateOf(server)).toEqual(before);
  });

  test.each([
    ["a longer duration", { CallDuration: "3" }],
    ["another call", { ParentCallSid: newCallSid() }],
    ["swapped fields", { CallStatus: "3", SequenceNumber: "completed" }],
    ["one field more", { Extra: "1" }],
  ])("because %s was put in afterwards, is refused and changes nothing", async (_what, changed) => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const before = await stateOf(server);
    const signedForm = completedForm(connected);
    const answer = await server.webhook(statusPath, { ...signedForm, ...changed }, { signedForm });
    expect(answer.status).toBe(403);
    expect(await stateOf(server)).toEqual(before);
  });

  test("is refused when a query was put to its address, and believed when the query was signed", async () => {
    const server = await startCallServer();
    const form = completedForm(await server.connectCall());
    const withQuery = `${statusPath}?leg=child`;
    expect((await server.webhook(withQuery, form, { url })).status).toBe(403);
    expect((await server.webhook(withQuery, form)).status).toBe(204);
  });

  test("is refused when a field comes twice", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const form = completedForm(connected);
    const before = await stateOf(server);
    const body = `${new URLSearchParams(form).toString()}&CallDuration=3`;
    expect((await server.webhook(statusPath, form, { body })).status).toBe(403);
    expect(await stateOf(server)).toEqual(before);
  });

  test("is believed whatever Host it names, since only the address we gave out counts", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const form = completedForm(connected);
    const honest = await server.app.request(`http://elsewhere.example${statusPath}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-forwarded-host": "evil.example",
        "x-twilio-signature": twilio.getExpectedTwilioSignature(authToken, url, form),
      },
      body: new URLSearchParams(form).toString(),
    });
    expect(honest.status).toBe(204);
  });

  test.each([
    ["JSON", { contentType: "application/json", body: "{}" }, 415, "unsupported_media_type"],
    ["no type at all", { contentType: "" }, 415, "unsupported_media_type"],
    ["more than 64 KB", { body: `a=${"x".repeat(65 * 1024)}` }, 413, "payload_too_large"],
    ["an empty body", { body: "" }, 403, "forbidden"],
  ])("is not read as %s", async (_what, forged, status, code) => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    const before = await stateOf(server);
    const answer = await server.webhook(statusPath, completedForm(connected), forged);
    expect(await problemOf(answer)).toMatchObject({ status, code });
    expect(await stateOf(server)).toEqual(before);
  });

  test("reaches no database", async () => {
    const server = await startCallServer();
    const connected = await server.connectCall();
    await server.store.close();
    const answer = await server.webhook(statusPath, completedForm(connected), { signature: "AAAA" });
    expect(answer.status).toBe(403);
  });
});
