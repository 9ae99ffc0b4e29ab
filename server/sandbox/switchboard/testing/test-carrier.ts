import type { Outcome } from "../../callbacks/attempt.ts";
import type { WebhookRequest } from "../../callbacks/webhooks.ts";
import { CallRecords, type CallRecord } from "../../call-records.ts";
import { noFaults } from "../../faults.ts";
import { Notifications } from "../../notifications.ts";
import { VirtualScheduler } from "../../virtual-scheduler.ts";
import type { Exchange, VoiceApplication } from "../exchange.ts";
import { LiveLegs } from "../live-legs.ts";
import { createSwitchboard } from "../switchboard.ts";
import { FakeClientLeg } from "./fake-client-leg.ts";

export const ownNumber = "+14155550199";
const voiceUrl = "https://app.test/voice?v=1";

type Reply = string | Partial<Extract<Outcome, { kind: "response" }>> | Exclude<Outcome, { kind: "response" }>;

/** A switchboard in virtual time, with browsers and an application that a test plays. */
export class TestCarrier {
  readonly scheduler = new VirtualScheduler();
  readonly faults = noFaults();
  readonly records = new CallRecords();
  readonly notifications = new Notifications(() => this.scheduler.nowMs());
  readonly liveLegs = new LiveLegs();
  /** What the application was asked, in order. */
  readonly asked: WebhookRequest[] = [];
  /** What the application was told by status callbacks, in order. */
  readonly told: WebhookRequest[] = [];
  /** Browsers that were called, by identity; a test decides who is registered. */
  readonly called = new Map<string, FakeClientLeg>();
  readonly registered = new Set<string>();
  readonly application: VoiceApplication = {
    voiceUrl,
    voiceMethod: "POST",
    statusCallback: undefined,
    statusCallbackMethod: "POST",
  };
  readonly #replies: Record<string, Reply>;
  readonly #switchboard;
  #sids = 0;

  /** `replies` are the application's answers by path; a string is TwiML, in its Response. */
  constructor(replies: Record<string, Reply>) {
    this.#replies = replies;
    this.#switchboard = createSwitchboard(this.#exchange());
  }

  /** A browser calls, and the application has been asked what to do. */
  async call(
    options: { params?: Record<string, string>; identity?: string; applicationSid?: string } = {},
  ): Promise<FakeClientLeg> {
    const { params = { To: "+14155550100" }, identity = "alice", applicationSid = "AP1" } = options;
    const leg = new FakeClientLeg({ callSid: "CAcaller", identity, direction: "inbound", scheduler: this.scheduler });
    this.#switchboard.handleInvite({ leg, applicationSid, params });
    await this.advance(0);
    return leg;
  }

  async advance(seconds: number): Promise<void> {
    await this.scheduler.advance(seconds * 1000);
  }

  get caller(): CallRecord | undefined {
    return this.records.find("CAcaller");
  }

  get children(): CallRecord[] {
    return this.records.list().filter(({ parentCallSid }) => parentCallSid === "CAcaller");
  }

  /** The statuses that were told, by the address called. */
  toldStatuses(): string[] {
    return this.told.map(({ fields }) => `${fields["To"]} ${fields["CallStatus"]} #${fields["SequenceNumber"]}`);
  }

  get codes(): number[] {
    return this.notifications.entries.map(({ code }) => code);
  }

  #exchange(): Exchange {
    return {
      account: {
        accountSid: "AC1",
        authToken: "token",
        apiKeySid: "SK1",
        apiKeySecret: "secret",
        applicationSid: "AP1",
      },
      findApplication: (sid) => (sid === "AP1" ? this.application : undefined),
      mayShow: (callerId) => callerId === ownNumber,
      records: this.records,
      liveLegs: this.liveLegs,
      notifications: this.notifications,
      registrations: {
        invite: ({ identity, callSid }) => {
          if (!this.registered.has(identity)) return undefined;
          const leg = new FakeClientLeg({ callSid, identity, direction: "outbound-dial", scheduler: this.scheduler });
          this.called.set(identity, leg);
          return leg;
        },
      },
      webhooks: {
        send: (request) => {
          this.asked.push(request);
          return Promise.resolve(this.#reply(request));
        },
      },
      sendStatus: (request) => this.told.push(request),
      faults: this.faults,
      scheduler: this.scheduler,
      newCallSid: () => `CAchild${(this.#sids += 1)}`,
    };
  }

  #reply({ url }: WebhookRequest): Outcome {
    const reply = this.#replies[new URL(url).pathname] ?? { status: 404 };
    const success = { kind: "response", status: 200, contentType: "text/xml; charset=utf-8", body: Buffer.alloc(0) } as const;
    if (typeof reply === "string") return { ...success, body: Buffer.from(`<Response>${reply}</Response>`) };
    return "kind" in reply && reply.kind !== "response" ? (reply as Outcome) : { ...success, ...(reply as object) };
  }
}
