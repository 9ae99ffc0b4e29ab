export type HttpMethod = "GET" | "POST";

/** The events a status callback can be asked for. `completed` stands for every way a call can end. */
export const statusEvents = ["initiated", "ringing", "answered", "completed"] as const;
export type StatusEvent = (typeof statusEvents)[number];

/** Where a TwiML document wants to hear from the carrier. The URL may be relative to the document's own. */
export interface Action {
  url: string;
  method: HttpMethod;
}

export interface StatusCallback extends Action {
  events: ReadonlySet<StatusEvent>;
}

/** One party to dial. */
export type DialTarget =
  | { kind: "number"; number: string; sendDigits: string; statusCallback: StatusCallback | undefined }
  | { kind: "client"; identity: string; parameters: Record<string, string>; statusCallback: StatusCallback | undefined };

/** What the caller is given to hear. `loop` 0 means until the call ends. */
export type Speech =
  | { verb: "Say"; text: string; loop: number }
  | { verb: "Play"; url: string; loop: number }
  | { verb: "Pause"; lengthSeconds: number };

export interface DialVerb {
  verb: "Dial";
  targets: readonly DialTarget[];
  callerId: string | undefined;
  timeoutSeconds: number;
  timeLimitSeconds: number;
  answerOnBridge: boolean;
  action: Action | undefined;
}

export interface GatherVerb {
  verb: "Gather";
  prompts: readonly Speech[];
  timeoutSeconds: number;
  /** Undefined: as many as are pressed. */
  numDigits: number | undefined;
  /** The keys that end the input, none when empty. */
  finishOnKey: string;
  actionOnEmptyResult: boolean;
  /** Without a URL, the answer goes to the document's own. */
  action: { url: string | undefined; method: HttpMethod };
}

/** A TwiML verb, read and checked. https://www.twilio.com/docs/voice/twiml */
export type Verb =
  | Speech
  | DialVerb
  | GatherVerb
  | { verb: "Redirect"; action: Action }
  | { verb: "Hangup" }
  | { verb: "Reject"; reason: "rejected" | "busy" };
