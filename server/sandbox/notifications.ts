import { TwilioError, type TwilioErrorCode } from "./twilio-error.ts";

/** An entry of the account's debugger: what the carrier found wrong with a call. */
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

  /** Newest last. */
  get entries(): readonly Notification[] {
    return this.#entries;
  }

  add(found: { severity: Notification["severity"]; error: TwilioError; callSid: string }): void {
    const { severity, error, callSid } = found;
    this.#entries.push({ severity, code: error.code, message: error.message, callSid, atMs: this.#nowMs() });
    if (this.#entries.length > keptNotifications) this.#entries.shift();
  }

  /** Something is odd, and the call goes on. */
  warn(warning: { code: TwilioErrorCode; detail: string; callSid: string }): void {
    const { code, detail, callSid } = warning;
    this.add({ severity: "warning", error: new TwilioError(code, detail), callSid });
  }
}
