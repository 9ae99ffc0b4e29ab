import { newSid } from "../sids.ts";
import type { VoiceApplication } from "../switchboard/exchange.ts";

/** A TwiML application of the account. */
export interface Application extends VoiceApplication {
  sid: string;
  friendlyName: string;
  createdAtMs: number;
  updatedAtMs: number;
}

/** What can be set of an application. */
export type ApplicationSettings = Pick<
  Application,
  "friendlyName" | "voiceUrl" | "voiceMethod" | "statusCallback" | "statusCallbackMethod"
>;

/** The account's TwiML applications. */
export class Applications {
  readonly #applications = new Map<string, Application>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  add(settings: ApplicationSettings, sid: string = newSid("AP")): Application {
    const nowMs = this.#nowMs();
    const application = { ...settings, sid, createdAtMs: nowMs, updatedAtMs: nowMs };
    this.#applications.set(sid, application);
    return application;
  }

  /** Changes what is given and leaves the rest. Undefined when there is no such application. */
  change(sid: string, settings: Partial<ApplicationSettings>): Application | undefined {
    const before = this.#applications.get(sid);
    if (!before) return undefined;
    const after = { ...before, ...settings, updatedAtMs: this.#nowMs() };
    this.#applications.set(sid, after);
    return after;
  }

  find(sid: string): Application | undefined {
    return this.#applications.get(sid);
  }

  list(): Application[] {
    return [...this.#applications.values()];
  }

  remove(sid: string): boolean {
    return this.#applications.delete(sid);
  }
}
