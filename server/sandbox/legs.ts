/**
 * The seam between the two halves of the sandbox carrier. signalling/ and media/ make legs out of browsers;
 * switchboard/ rings, joins and ends them. Neither imports the other; both import this file.
 */

/** A prompt ready to be sent: Opus packets of 20 ms each. */
export interface Clip {
  packets: Uint8Array[];
}

/** What a network does to the packets that the carrier sends. */
export interface Impairment {
  /** How many of them never come, from 0 to 1. */
  lossShare: number;
  /** For how long they gather before they come, all at once. */
  burstMs: number;
}

/** The sound of half a second, as one side hears the other. */
export interface HeardSound {
  packets: number;
  /** The root of its mean square, of the loudest sound there is: speech has some hundredths, and silence next to nothing. */
  rms: number;
}

/** A key that somebody pressed, and when it was heard. */
export interface HeardDigit {
  digit: string;
  atMs: number;
}

/** The audio side of a leg. */
export interface MediaLeg {
  /** Resolves when audio can flow; rejects when the leg closes first. */
  readonly connected: Promise<void>;
  /** Sends a clip to the browser. Resolves when it has been sent, or at once when `signal` aborts or the leg closes. */
  play(clip: Clip, options: { signal: AbortSignal; loop?: boolean }): Promise<void>;
  /** Where the browser's voice goes from now on: another leg, this leg itself for an echo, or nowhere. */
  sendTo(peer: MediaLeg | undefined): void;
  /** Hands a packet of audio to the browser; called by the peer. */
  receive(packet: Uint8Array): void;
  /** How loud the browser was in the last half second. */
  measure(): Promise<HeardSound>;
  /** Stops sending and receiving without saying so, as a network that fails does. */
  blackhole(): void;
  /** The same until the browser comes by another way, which it does by restarting ICE. */
  loseNetwork(): void;
  /** Sends over a bad network from now on, until it is given a good one. */
  impair(network: Impairment): void;
  close(): void;
}

export interface CarrierError {
  code: number;
  message: string;
}

/** What a browser does with its leg. Each method is called at most once, but for digits and messages. */
export interface ClientLegListener {
  /** An incoming leg was accepted. */
  handleAnswer(): void;
  /** An incoming leg was declined, by all registrations. */
  handleReject(): void;
  /** The browser hung up, or was gone for longer than its reconnect window. */
  handleHangUp(): void;
  /** Digits pressed, whether by RFC 4733 or by a `dtmf` frame. */
  handleDigits(digits: string): void;
}

/** A browser's leg of a call. An incoming leg stands for all registrations of one identity; the first to accept wins. */
export interface ClientLeg {
  readonly callSid: string;
  readonly identity: string;
  readonly direction: "inbound" | "outbound-dial";
  readonly media: MediaLeg;
  /** Says that the other side rings; with early media the audio path opens before the answer. */
  ring(options: { earlyMedia: boolean }): void;
  answer(): void;
  /** Ends the leg (a `cancel` while an incoming leg still rings, else `hangup`). Ending it again changes nothing. */
  end(error?: CarrierError): void;
  listen(listener: ClientLegListener): void;
}

/** A browser asked for a call: the token's grant names the application, `params` are those of `device.connect()`. */
export interface Invite {
  leg: ClientLeg;
  applicationSid: string;
  params: Record<string, string>;
}

/** What signalling needs of the switchboard. */
export interface Switchboard {
  handleInvite(invite: Invite): void;
}

/** What the switchboard needs of signalling. */
export interface Registrations {
  /** Rings every registration of an identity. Undefined when there is none. */
  invite(call: {
    identity: string;
    callSid: string;
    from: string;
    to: string;
    params: Record<string, string>;
  }): ClientLeg | undefined;
}

/** Faults that tests ask for. Each stays until it is cleared. */
export interface Faults {
  /** Callbacks: drop, double, hold back or reorder those that match `statuses`, all when it is left out. */
  callbacks: { dropShare: number; doubleShare: number; delayMs: number; reorder: boolean; statuses?: readonly string[] };
  /** The REST API answers 503. */
  restDown: boolean;
  /** Child legs run this much past their time limit. */
  overrunSeconds: number;
}

/** The ids and secrets of the one account that the sandbox has. */
export interface SandboxAccount {
  accountSid: string;
  authToken: string;
  apiKeySid: string;
  apiKeySecret: string;
  applicationSid: string;
}
