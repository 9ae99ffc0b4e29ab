import { callQualityAnswerSchema, keptAnswerSchema, type CallQuality } from "#shared/api/call-quality.ts";
import type { Call } from "#shared/api/calls.ts";
import { describe, expect, test } from "vitest";
import { problemOf, startCallServer, type CallServer } from "./testing/call-server.ts";
import { completedForm, statusPath } from "./testing/webhook-forms.ts";

const spread = { average: 10, min: 0, max: 40 };
const quality: CallQuality = {
  sampleCount: 30,
  mos: { average: 4.1, min: 3, max: 4.4 },
  jitterMs: spread,
  rttMs: spread,
  lossPercent: spread,
  warnings: [{ name: "high-jitter", count: 1 }],
};

async function put(server: CallServer, call: Pick<Call, "id">, what: "quality" | "feedback", body: unknown, as?: string) {
  return server.send("PUT", `/api/calls/${call.id}/${what}`, { body, ...(as && { as }) });
}

async function read(server: CallServer, call: Call) {
  return callQualityAnswerSchema.parse(await (await server.send("GET", `/api/calls/${call.id}/quality`)).json());
}

describe("how a call sounded", () => {
  test("is told after its end, and told again changes nothing", async () => {
    const server = await startCallServer();
    const { call, parentSid, childSid } = await server.connectCall();
    await server.webhook(statusPath, completedForm({ parentSid, childSid }));
    const before = await server.readCall(call);
    const first = await put(server, call, "quality", quality);
    expect(keptAnswerSchema.parse(await first.json())).toEqual({ kept: true });
    const again = await put(server, call, "quality", { ...quality, sampleCount: 1 });
    expect([again.status, keptAnswerSchema.parse(await again.json())]).toEqual([200, { kept: false }]);
    expect(await read(server, call)).toEqual({ quality, feedback: null });
    expect(await server.readCall(call)).toEqual(before);
  });

  test("is the person's word, too, once", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    await put(server, call, "feedback", { score: 1, issue: "one-way-audio" });
    await put(server, call, "feedback", { score: 5, issue: null });
    expect(await read(server, call)).toEqual({ quality: null, feedback: { score: 1, issue: "one-way-audio" } });
  });

  test("is nobody else's to tell or to read, as if there were no such call", async () => {
    const server = await startCallServer();
    const call = await server.requestCall();
    const stranger = await server.openAccount();
    const answers = [
      await put(server, call, "quality", quality, stranger),
      await put(server, call, "feedback", { score: 1, issue: null }, stranger),
      await server.send("GET", `/api/calls/${call.id}/quality`, { as: stranger }),
    ];
    for (const answer of answers) expect((await problemOf(answer)).code).toBe("not_found");
    expect(await read(server, call)).toEqual({ quality: null, feedback: null });
  });

  test.each([
    ["a score beyond five", { ...quality, mos: { average: 4, min: 1, max: 5.1 } }],
    ["more than all packets lost", { ...quality, lossPercent: { average: 1, min: 0, max: 101 } }],
    ["negative jitter", { ...quality, jitterMs: { average: 0, min: -1, max: 1 } }],
    ["an average outside its ends", { ...quality, rttMs: { average: 50, min: 0, max: 40 } }],
    ["no sample at all", { ...quality, sampleCount: 0 }],
    ["a warning nobody knows", { ...quality, warnings: [{ name: "high-spirits", count: 1 }] }],
    ["one warning twice", { ...quality, warnings: [...quality.warnings, ...quality.warnings] }],
    ["figures that are no numbers", { ...quality, jitterMs: { average: "NaN", min: 0, max: 1 } }],
  ])("is not %s", async (_what, body) => {
    const server = await startCallServer();
    const call = await server.requestCall();
    expect((await put(server, call, "quality", body)).status).toBe(400);
    expect(await read(server, call)).toMatchObject({ quality: null });
  });

  test.each([
    { score: 0, issue: null },
    { score: 6, issue: null },
    { score: 3, issue: "boring" },
    { score: 2.5, issue: null },
  ])("is not a word like %j", async (body) => {
    const server = await startCallServer();
    expect((await put(server, await server.requestCall(), "feedback", body)).status).toBe(400);
  });
});
