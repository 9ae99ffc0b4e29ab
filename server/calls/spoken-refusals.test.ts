import { callReasonSchema } from "#shared/api/calls.ts";
import { describe, expect, test, vi } from "vitest";
import { clipForText } from "../sandbox/prompts/clips.ts";
import { cents, centASecond, newCall, newCallSid, number, startMs } from "../store/contract/fixture.ts";
import type { AccountSettings, CallRow, NewCall } from "../store/store.ts";
import { spokenRefusal } from "./spoken-refusals.ts";
import { startCallServer, type CallServer } from "./testing/call-server.ts";
import { ownedNumber } from "./testing/fake-carrier.ts";

test.each([...callReasonSchema.options, null])("%s is a sentence that the sandbox can speak", (reason) => {
  expect(clipForText(spokenRefusal(reason))).not.toBe("fallback");
});

/** A call that was asked for when all was well. */
async function askedFor(server: CallServer, overrides: Partial<NewCall> = {}): Promise<CallRow> {
  return (await server.store.createCall(newCall(server.owner, overrides))).call;
}

async function connect(server: CallServer, call: CallRow, parentSid = newCallSid()): Promise<string> {
  const form = { CallSid: parentSid, From: `client:${server.owner}`, callId: call.id };
  return (await server.webhook("/api/twilio/voice", form)).text();
}

function limit(settings: Partial<AccountSettings>) {
  return (server: CallServer) => server.store.updateAccount(server.owner, settings);
}

describe("a call that may not be placed any more when the carrier asks", () => {
  test.each([
    ["insufficient_balance", { balance: cents(59) }, {}, async () => {}],
    ["spending_limit", {}, {}, limit({ maxPerCallMicros: cents(59) })],
    ["spending_limit", {}, {}, limit({ maxPerDayMicros: cents(59) })],
    ["too_many_calls", {}, {}, limit({ maxConcurrentCalls: 0 })],
    ["rate_too_high", {}, { rate: { ...centASecond, perMinuteMicros: cents(900) } }, async () => {}],
    ["destination_blocked", {}, {}, limit({ countries: ["DE"] })],
    ["destination_blocked", {}, { toNumber: number("+19002345678") }, async () => {}],
    ["caller_id_not_allowed", {}, { fromNumber: number("+442071838750") }, async () => {}],
    ["never_connected", {}, { createdMs: startMs - 3_600_000 }, async () => {}],
  ] as const)(
    "is refused as %s: the caller hears why, the call says why, nothing is held",
    async (reason, start, call, change) => {
      const server = await startCallServer(start);
      const asked = await askedFor(server, call);
      await change(server);
      const parentSid = newCallSid();
      const twiml = await connect(server, asked, parentSid);
      expect(twiml).toContain(`<Say>${spokenRefusal(reason)}</Say>`);
      expect(twiml).not.toContain("<Dial");
      expect(await server.store.findCall(asked.id)).toMatchObject({ reason, final: true, holdOpen: false, chargedMicros: 0 });
      expect((await server.account()).heldMicros).toBe(0);
      // The carrier may ask twice, and what has been mended meanwhile does not make a yes of the no.
      await server.store.updateAccount(server.owner, { countries: null, maxPerCallMicros: null, maxPerDayMicros: null });
      expect(await connect(server, asked, parentSid)).toBe(twiml);
    },
  );
});

describe("a call that the carrier is dialling", () => {
  test("goes on although its caller ID is gone when the webhook comes again", async () => {
    const server = await startCallServer();
    const { call, parentSid } = await server.connectCall({ fromNumber: ownedNumber });
    server.carrier.callerIdList = [];
    const again = await server.voice(call, parentSid);
    expect(await again.text()).toContain("<Dial");
    expect(await server.readCall(call)).toMatchObject({ holdOpen: true, reason: null });
  });

  test("is dialled although its caller ID was found gone meanwhile, by a webhook that came twice", async () => {
    const server = await startCallServer();
    const call = await askedFor(server);
    const [parentSid, nowMs] = [newCallSid(), server.nowMs];
    server.carrier.callerIds = async () => {
      await server.store.authoriseCall({ callId: call.id, parentSid, maxTimeLimitSeconds: 60, nowMs });
      return { ok: true, value: [] };
    };
    expect(await connect(server, call, parentSid)).toContain('timeLimit="60"');
    expect(await server.store.findCall(call.id)).toMatchObject({ holdOpen: true, reason: null });
  });
});

describe("a carrier that tells no caller IDs", () => {
  test("ends no call by failing", async () => {
    const server = await startCallServer();
    const call = await askedFor(server);
    server.carrier.failure = { kind: "unreachable", message: "connect ECONNREFUSED" };
    expect(await connect(server, call)).toContain("<Dial");
  });

  test("ends no call by not answering", async () => {
    const server = await startCallServer();
    const call = await askedFor(server);
    server.carrier.callerIds = () => new Promise(() => {});
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const answer = connect(server, call);
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { interval: 1 });
      await vi.advanceTimersByTimeAsync(3_000);
      expect(await answer).toContain("<Dial");
    } finally {
      vi.useRealTimers();
    }
  });
});
