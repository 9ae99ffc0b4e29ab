import type { WebhookRequest, Webhooks } from "../callbacks/webhooks.ts";
import type { CallRecords } from "../call-records.ts";
import type { Faults, Registrations, SandboxAccount } from "../legs.ts";
import type { Notifications } from "../notifications.ts";
import type { Scheduler } from "../scheduler.ts";
import type { HttpMethod } from "../twiml/verbs.ts";
import type { LiveLegs } from "./live-legs.ts";

/** A TwiML application as a call meets it: where its voice requests go, and who is told how its calls end. */
export interface VoiceApplication {
  voiceUrl: string;
  voiceMethod: HttpMethod;
  statusCallback: string | undefined;
  statusCallbackMethod: HttpMethod;
}

/** What every call needs of the carrier around it. */
export interface Exchange {
  account: SandboxAccount;
  findApplication: (sid: string) => VoiceApplication | undefined;
  /** Whether the account may show a number to those it calls: it owns the number, or has verified it. */
  mayShow: (callerId: string) => boolean;
  records: CallRecords;
  liveLegs: LiveLegs;
  notifications: Notifications;
  registrations: Registrations;
  /** Asks an application what to do. */
  webhooks: Pick<Webhooks, "send">;
  /** Tells an application what has happened, and waits for nothing. */
  sendStatus: (request: WebhookRequest) => void;
  faults: Faults;
  scheduler: Scheduler;
  newCallSid: () => string;
}
