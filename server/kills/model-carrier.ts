import type { AccountId, CallId } from "#shared/ids.ts";
import type { CallStatus } from "../sandbox/call-records.ts";
import { callFields } from "../sandbox/callbacks/call-fields.ts";
import { createStatusCallbacks } from "../sandbox/callbacks/status-callbacks.ts";
import { startMs, startRestServer } from "../sandbox/rest/testing/rest-server.ts";
import { testAccount } from "../sandbox/signalling/testing/test-account.ts";
import { newSid } from "../sandbox/sids.ts";
import { webhookPaths } from "../twilio/webhook-urls.ts";

export interface Webhook {
  path: string;
  fields: Readonly<Record<string, string>>;
}

/** How a call really went. */
export interface Truth {
  status: CallStatus;
  durationSeconds: number;
}

/** The sandbox carrier's own books, REST API and forms, with calls that take no time and are never lost. */
export interface ModelCarrier {
  url: string;
  /** A browser has connected: what the carrier asks then. */
  connect(call: { callId: CallId; accountId: AccountId }): { parentSid: string; webhook: Webhook };
  /** The carrier was told to dial. The other leg lives its whole life, and this is what there is to tell of it, in order. */
  dial(parentSid: string, timeLimitSeconds: number): Webhook[];
  /** How the calls that were dialled went, by their parent legs. */
  truths: ReadonlyMap<string, Truth>;
  close(): Promise<void>;
}

/** Who calls whom, in every call. */
export const [callerId, destination] = ["+12125550123", "+14155550100"] as const;
const secondsToAnswer = 3;
/** A carrier may end a call this much after its limit; the hold pays for it. */
const overrunSeconds = 2;

export async function startModelCarrier(random: () => number): Promise<ModelCarrier> {
  const rest = await startRestServer();
  // Far ahead of every call, so that each has its price by now.
  await rest.scheduler.advance(Date.now() - startMs + 86_400_000);
  rest.numbers.add({ kind: "verified", phoneNumber: callerId, friendlyName: "Desk", createdAtMs: startMs });
  const truths = new Map<string, Truth>();
  const { accountSid } = testAccount;

  function connect({ callId, accountId }: { callId: CallId; accountId: AccountId }) {
    const parentSid = newSid("CA");
    const from = `client:${accountId}`;
    const parties = { sid: parentSid, parentCallSid: undefined, direction: "inbound" as const, from, to: "" };
    const record = rest.records.add({ ...parties, createdAtMs: Date.now() }, "ringing");
    return { parentSid, webhook: { path: webhookPaths.voice, fields: { ...callFields(accountSid, record), callId } } };
  }

  function dial(parentSid: string, timeLimitSeconds: number): Webhook[] {
    const sid = newSid("CA");
    const truth = outcome(random, timeLimitSeconds);
    truths.set(parentSid, truth);
    const createdAtMs = Date.now();
    const webhooks: Webhook[] = [];
    const tell = createStatusCallbacks({
      accountSid,
      target: { url: webhookPaths.status, method: "POST", events: new Set(["initiated", "ringing", "answered", "completed"]) },
      send: ({ url, fields }) => void webhooks.push({ path: url, fields }),
    });
    rest.records.add(
      { sid, parentCallSid: parentSid, direction: "outbound-dial", from: callerId, to: destination, createdAtMs },
      "queued",
    );
    for (const [status, afterSeconds] of stepsOf(truth)) {
      const record = rest.records.move(sid, { status, atMs: createdAtMs + afterSeconds * 1_000 });
      if (record) tell(record);
    }
    rest.records.move(parentSid, { status: truth.status === "completed" ? "in-progress" : "no-answer", atMs: createdAtMs });
    rest.records.move(parentSid, { status: "completed", atMs: createdAtMs + truth.durationSeconds * 1_000 });
    const told = webhooks.map((webhook) => withDoubt(webhook, { random, timeLimitSeconds }));
    return [...told, dialAction(parentSid, sid, told.at(-1))];
  }

  return { url: rest.url, connect, dial, truths, close: () => rest.close() };
}

function outcome(random: () => number, timeLimitSeconds: number): Truth {
  const drawn = random();
  if (drawn < 0.7) return { status: "completed", durationSeconds: Math.ceil(random() * timeLimitSeconds) };
  const status = (["busy", "no-answer", "failed", "canceled"] as const)[Math.floor(random() * 4)] ?? "failed";
  return { status, durationSeconds: 0 };
}

function stepsOf({ status, durationSeconds }: Truth): [CallStatus, number][] {
  const until: [CallStatus, number][] = [
    ["initiated", 0],
    ["ringing", 1],
  ];
  if (status !== "completed") return [...until, [status, secondsToAnswer]];
  return [...until, ["in-progress", secondsToAnswer], ["completed", secondsToAnswer + durationSeconds]];
}

/** Callbacks may say a little more than the record that is the last word; never more than the limit lets anybody talk. */
function withDoubt(
  { path, fields }: Webhook,
  { random, timeLimitSeconds }: { random: () => number; timeLimitSeconds: number },
): Webhook {
  const seconds = Number(fields["CallDuration"] ?? 0);
  if (seconds === 0 || random() < 0.7) return { path, fields };
  const told = Math.min(seconds + Math.ceil(random() * 2), timeLimitSeconds + overrunSeconds);
  return { path, fields: { ...fields, CallDuration: String(told) } };
}

/** https://www.twilio.com/docs/voice/twiml/dial#action */
function dialAction(parentSid: string, childSid: string, last: Webhook | undefined): Webhook {
  const fields = {
    AccountSid: testAccount.accountSid,
    CallSid: parentSid,
    DialCallSid: childSid,
    DialCallStatus: last?.fields["CallStatus"] ?? "failed",
    DialCallDuration: last?.fields["CallDuration"] ?? "",
  };
  return { path: webhookPaths.dialAction, fields };
}
