import { meaningOf, type TwilioError, type TwilioErrorCode } from "./twilio-error.ts";

/** An entry of the account's debugger: what the carrier found wrong with a call, and where. */
export interface Notification {
  severity: "error" | "warning";
  code: TwilioErrorCode;
  message: string;
  callSid: string;
  atMs: number;
}

const keptNotifications = 1000;

/** The account's debugger. Twilio shows it in its console; the sandbox hands it to whoever runs it. */
export class Notifications {
  readonly #entries: Notification[] = [];
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get entries(): readonly Notification[] {
    return this.#entries;
  }

  warn(warning: { code: TwilioErrorCode; detail: string; callSid: string }): void {
    const { code, detail, callSid } = warning;
    this.#add({ severity: "warning", code, message: `${meaningOf(code)}: ${detail}`, callSid, atMs: this.#nowMs() });
  }

  fail(failure: { error: TwilioError; callSid: string }): void {
    const { error, callSid } = failure;
    this.#add({ severity: "error", code: error.code, message: error.message, callSid, atMs: this.#nowMs() });
  }

  #add(notification: Notification): void {
    this.#entries.push(notification);
    if (this.#entries.length > keptNotifications) this.#entries.shift();
  }
}
