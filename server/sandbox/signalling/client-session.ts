import { type AccessToken, checkAccessToken } from "../access-token.ts";
import type { CarrierError, SandboxAccount, Switchboard } from "../legs.ts";
import { BrowserLeg } from "./browser-leg.ts";
import { type CallTable, tokensMatch } from "./call-table.ts";
import type { ClientFrame } from "./client-frame.ts";
import { signallingErrors } from "./errors.ts";
import type { LegSocket } from "./leg-socket.ts";
import type { ServerFrame } from "./server-frame.ts";

/** A user-defined message that a browser sent on a call. https://www.twilio.com/docs/voice/sdks/call-message-events */
export interface ReceivedMessage {
  callSid: string;
  identity: string;
  content: unknown;
  contentType: string;
  voiceEventSid: string;
}

/** What all sessions share. */
export interface SessionContext {
  account: SandboxAccount;
  clock: () => number;
  calls: CallTable;
  newCallSid: () => string;
  newReconnectToken: () => string;
  switchboard: () => Switchboard;
  handleMessage: (message: ReceivedMessage) => void;
}

type FrameOf<Type extends ClientFrame["type"]> = Extract<ClientFrame, { type: Type }>["payload"];

const largestMessageBytes = 10 * 1024;

/** One browser's socket from its token on: checks each frame against it, and hands the frames of a call to its leg. */
export class ClientSession implements LegSocket {
  reconnectTimeoutMs = 0;
  #token: AccessToken | undefined;
  #isRegistered = false;
  #isLost = false;
  readonly #context: SessionContext;
  readonly #send: (frame: ServerFrame) => void;

  constructor(context: SessionContext, send: (frame: ServerFrame) => void) {
    this.#context = context;
    this.#send = send;
  }

  send(frame: ServerFrame): void {
    this.#send(frame);
  }

  /** Whether calls to this identity ring here. A registration lasts no longer than its token. */
  isRegisteredAs(identity: string): boolean {
    return this.#isRegistered && this.#token?.identity === identity && !this.#hasExpired(this.#token);
  }

  async handle(frame: ClientFrame): Promise<void> {
    switch (frame.type) {
      case "listen":
        return this.#listen(frame.payload);
      case "register":
        return this.#register(frame.payload);
      case "invite":
        return frame.payload.reconnect === undefined
          ? this.#invite(frame.payload)
          : this.#reconnect({ ...frame.payload, reconnect: frame.payload.reconnect });
      case "answer":
        return this.#withLeg(frame.payload.callsid, (leg) => leg.handleAnswer(this, frame.payload.sdp));
      case "reinvite":
        return this.#withLeg(frame.payload.callsid, async (leg) => {
          const error = await leg.handleReinvite(this, frame.payload.sdp);
          if (error) this.#refuse(error, frame.payload.callsid);
        });
      case "reject":
        return this.#withLeg(frame.payload.callsid, (leg) => leg.handleReject(this));
      case "hangup":
        return this.#withLeg(frame.payload.callsid, (leg) => leg.handleHangUp(this));
      case "dtmf":
        // A `w` is a pause between digits, and digits that come at once have none.
        return this.#withLeg(frame.payload.callsid, (leg) => leg.handleDigits(frame.payload.dtmf.replaceAll("w", "")));
      case "message":
        return this.#withLeg(frame.payload.callsid, (leg) => this.#message(leg, frame.payload));
    }
  }

  handleSocketLost(): void {
    this.#isRegistered = false;
    this.#isLost = true;
    for (const leg of this.#context.calls.legs) if (leg.isOn(this)) leg.handleSocketLost(this);
  }

  async #listen({ token: jwt, reconnectTimeout }: FrameOf<"listen">): Promise<void> {
    const { account, clock } = this.#context;
    const checked = await checkAccessToken(jwt, { account, nowMs: clock() });
    if (!checked.valid) return this.#refuse(checked.error);
    // A socket's calls and registration belong to one identity: another one has to open its own.
    if (this.#token && this.#token.identity !== checked.token.identity) return this.#refuse(signallingErrors.authorization);
    this.#token = checked.token;
    this.reconnectTimeoutMs = reconnectTimeout * 1000;
    const { identity, expiresAtMs } = checked.token;
    const ttl = Math.floor((expiresAtMs - clock()) / 1000);
    this.send({
      type: "connected",
      payload: {
        region: "US_EAST_VIRGINIA",
        edge: "ashburn",
        home: "us1",
        gateway: "ringback-sandbox",
        token: { identity, ttl, accountSid: account.accountSid },
      },
    });
  }

  #register({ media }: FrameOf<"register">): void {
    const token = this.#tokenInForce();
    if (!token) return;
    if (media.audio && !token.allowsIncoming) return this.#refuse(signallingErrors.authorization);
    this.#isRegistered = media.audio;
    this.send({ type: media.audio ? "ready" : "offline", payload: {} });
  }

  async #invite({ callsid, sdp, twilio }: FrameOf<"invite">): Promise<void> {
    const { calls, account, newCallSid, newReconnectToken, switchboard } = this.#context;
    const token = this.#tokenInForce(callsid);
    if (!token) return this.#hangUp(callsid);
    const { identity, outgoingApplicationSid: applicationSid } = token;
    if (applicationSid === undefined) return this.#hangUp(callsid, signallingErrors.authorization);
    if (applicationSid !== account.applicationSid) return this.#hangUp(callsid, signallingErrors.applicationNotFound);
    if (calls.find(identity, callsid).found !== "none") return this.#refuse(signallingErrors.malformedRequest, callsid);
    const leg = await BrowserLeg.fromInvite({
      socket: this,
      temporarySid: callsid,
      sdp,
      callSid: newCallSid(),
      identity,
      newReconnectToken,
      onEnd: (ended) => calls.remove(ended),
    });
    if (!leg) return this.#hangUp(callsid, signallingErrors.descriptionNotUsable);
    // The browser may be gone by the time its offer has been read; then nobody is calling.
    if (this.#isLost) return leg.end();
    calls.add(leg, { temporarySid: callsid });
    try {
      switchboard().handleInvite({ leg, applicationSid, params: Object.fromEntries(new URLSearchParams(twilio.params)) });
    } catch (error) {
      // Nobody would ever answer or end a call that its switchboard has dropped.
      leg.end(signallingErrors.unknown);
      throw error;
    }
  }

  async #reconnect({ callsid, sdp, reconnect }: FrameOf<"invite"> & { reconnect: string }): Promise<void> {
    const token = this.#tokenInForce(callsid);
    if (!token) return this.#hangUp(callsid);
    const call = this.#context.calls.find(token.identity, callsid);
    if (call.found !== "live" || !call.leg.acceptsReconnectToken(reconnect, tokensMatch)) {
      return this.#hangUp(callsid, signallingErrors.reconnectNotAuthorized);
    }
    const error = await call.leg.handleReconnect(this, { sdp, token: reconnect });
    if (error) return this.#hangUp(callsid, error);
    if (this.#isLost) call.leg.handleSocketLost(this);
  }

  #message(leg: BrowserLeg, message: FrameOf<"message">): void {
    const { callsid, content, contenttype, messagetype, voiceeventsid } = message;
    const refuse = (error: CarrierError) => this.send({ type: "error", payload: { error, callsid, voiceeventsid } });
    if (messagetype !== "user-defined-message") return refuse(signallingErrors.messageTypeInvalid);
    if (JSON.stringify(content).length > largestMessageBytes) return refuse(signallingErrors.messageTooLarge);
    this.send({ type: "ack", payload: { acktype: "message", callsid, voiceeventsid } });
    const { callSid, identity } = leg;
    this.#context.handleMessage({ callSid, identity, content, contentType: contenttype, voiceEventSid: voiceeventsid });
  }

  /** Does something with a call that this browser has, is offered, or lost its socket in. */
  async #withLeg(callsid: string, act: (leg: BrowserLeg) => Promise<void> | void): Promise<void> {
    if (!this.#token) return this.#refuse(signallingErrors.tokenInvalid, callsid);
    const call = this.#context.calls.find(this.#token.identity, callsid);
    if (call.found === "ended") return;
    if (call.found === "none" || !(call.leg.isOn(this) || call.leg.isAway)) {
      return this.#refuse(signallingErrors.callNotFound, callsid);
    }
    await act(call.leg);
  }

  /** The token, if it is (still) good for something new; else says so. Calls that are up outlive their token. */
  #tokenInForce(callsid?: string): AccessToken | undefined {
    if (!this.#token) this.#refuse(signallingErrors.tokenInvalid, callsid);
    else if (this.#hasExpired(this.#token)) this.#refuse(signallingErrors.tokenExpired, callsid);
    else return this.#token;
    return undefined;
  }

  #hasExpired(token: AccessToken): boolean {
    return token.expiresAtMs <= this.#context.clock();
  }

  #refuse(error: CarrierError, callsid?: string): void {
    this.send({ type: "error", payload: callsid === undefined ? { error } : { error, callsid } });
  }

  #hangUp(callsid: string, error?: CarrierError): void {
    this.send({ type: "hangup", payload: { callsid, error } });
  }
}
