import twilio from "twilio";
import { testAccount } from "../sandbox/signalling/testing/test-account.ts";
import { acknowledgementOf, type Acknowledgement, type AskedCall } from "./acknowledgement.ts";
import type { ModelCarrier, Webhook } from "./model-carrier.ts";
import { publicUrl } from "./server-process.ts";

/** Something that the carrier has to tell, about one call. */
interface Delivery {
  call: AskedCall;
  parentSid: string;
  webhook: Webhook;
}

/** The carrier's webhooks on their way: signed, late, twice and in any order, and sent again when no answer comes. */
export interface WebhookLoad {
  /** A call connects; everything that follows from it is sent as its time comes. */
  add(call: AskedCall): void;
  /** Sends what there is to whichever servers live, until nothing is left or none lives. */
  run(living: ReadonlySet<string>): Promise<void>;
  /** Everything that a server has answered for, in the order in which the answers came. */
  readonly acknowledged: readonly Acknowledgement[];
  /** Every other answer there was. */
  readonly refusals: readonly string[];
  readonly waiting: number;
}

const atOnce = 24;
const patienceMs = 15_000;
const doubledShare = 0.2;
/** Of what got no answer, so much is never sent again. The carrier's own record makes up for it. */
const lostShare = 0.3;

export function createWebhookLoad({ carrier, random }: { carrier: ModelCarrier; random: () => number }): WebhookLoad {
  const waiting: Delivery[] = [];
  const acknowledged: Acknowledgement[] = [];
  const refusals: string[] = [];
  const dialled = new Set<string>();

  function queue(delivery: Delivery): void {
    waiting.push(delivery);
    if (random() < doubledShare) waiting.push(delivery);
  }

  async function work(living: ReadonlySet<string>): Promise<void> {
    for (;;) {
      const server = [...living][Math.floor(random() * living.size)];
      if (server === undefined) return;
      // Any that waits may be next: no order is promised.
      const [delivery] = waiting.splice(Math.floor(random() * waiting.length), 1);
      if (!delivery) return;
      await deliver(delivery, server);
    }
  }

  async function deliver(delivery: Delivery, server: string): Promise<void> {
    const outcome = await send(server, delivery.webhook);
    if (outcome.kind === "answered") acknowledge(delivery, outcome.body);
    else {
      if (outcome.kind === "refused") refusals.push(outcome.why);
      sendAgain(delivery);
    }
  }

  function acknowledge({ call, parentSid, webhook }: Delivery, answer: string): void {
    const acknowledgement = acknowledgementOf(webhook, { callId: call.callId, parentSid, answer });
    acknowledged.push(acknowledgement);
    if (acknowledgement.kind !== "placed" || dialled.has(parentSid)) return;
    dialled.add(parentSid);
    const told = carrier.dial(parentSid, acknowledgement.timeLimitSeconds);
    for (const webhook of told) queue({ call, parentSid, webhook });
  }

  function sendAgain(delivery: Delivery): void {
    // A caller waits for the answer to this one, so it is asked until it comes.
    const isAsked = "callId" in delivery.webhook.fields;
    if (isAsked || random() >= lostShare) waiting.push(delivery);
  }

  return {
    add(call) {
      const { parentSid, webhook } = carrier.connect(call);
      queue({ call, parentSid, webhook });
    },
    async run(living) {
      await Promise.all(Array.from({ length: atOnce }, () => work(living)));
    },
    acknowledged,
    refusals,
    get waiting() {
      return waiting.length;
    },
  };
}

type Outcome = { kind: "answered"; body: string } | { kind: "refused"; why: string } | { kind: "unanswered" };

async function send(server: string, { path, fields }: Webhook): Promise<Outcome> {
  try {
    const answer = await fetch(`${server}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-twilio-signature": twilio.getExpectedTwilioSignature(testAccount.authToken, `${publicUrl}${path}`, fields),
      },
      body: new URLSearchParams(fields).toString(),
      signal: AbortSignal.timeout(patienceMs),
    });
    const body = await answer.text();
    return answer.ok ? { kind: "answered", body } : { kind: "refused", why: `${path}: ${answer.status} ${body}` };
  } catch {
    // The server died, or takes too long. Whether it has done it, the carrier cannot know.
    return { kind: "unanswered" };
  }
}
