import type { CarrierError, ClientLeg, ClientLegListener } from "../legs.ts";
import { BrowserMediaLeg } from "../media/browser-media-leg.ts";
import { readBrowserSdp } from "../media/browser-sdp.ts";
import { signallingErrors } from "./errors.ts";
import { LegEvents } from "./leg-events.ts";
import type { LegSocket } from "./leg-socket.ts";
import type { RingGroup } from "./ring-group.ts";

type LegState =
  /**
   * The browser called. It knows the call by a sid of its own until the first frame that tells it the real one;
   * `answerSdp` is undefined once it has been sent.
   */
  | { status: "calling"; socket: LegSocket; answerSdp: string | undefined; knownSid: string }
  /** Browsers are being called. */
  | { status: "ringing"; group: RingGroup }
  | { status: "open"; socket: LegSocket; reconnectToken: string }
  /** The socket was lost, and the browser may still come back. */
  | { status: "away"; reconnectToken: string; giveUp: NodeJS.Timeout }
  | { status: "ended" };

/** A browser's leg: the switchboard's calls become frames, the browser's frames become the switchboard's events. */
export class BrowserLeg implements ClientLeg {
  readonly callSid: string;
  readonly identity: string;
  readonly direction: ClientLeg["direction"];
  readonly media = new BrowserMediaLeg((digits) => this.#events.tell((listener) => listener.handleDigits(digits)));
  #state: LegState = { status: "ended" };
  readonly #events = new LegEvents();
  readonly #newReconnectToken: () => string;
  readonly #onEnd: (leg: BrowserLeg) => void;

  private constructor(options: BrowserLegOptions, direction: ClientLeg["direction"]) {
    this.callSid = options.callSid;
    this.identity = options.identity;
    this.direction = direction;
    this.#newReconnectToken = options.newReconnectToken;
    this.#onEnd = options.onEnd;
  }

  /** A leg that a browser asks for. Undefined when its offer is no session that the sandbox can hold. */
  static async fromInvite(
    options: BrowserLegOptions & { socket: LegSocket; temporarySid: string; sdp: string },
  ): Promise<BrowserLeg | undefined> {
    const leg = new BrowserLeg(options, "inbound");
    const negotiation = await leg.media.negotiate(options.sdp);
    if (negotiation === "unusable") {
      leg.media.close();
      return undefined;
    }
    const { socket, temporarySid: knownSid } = options;
    leg.#state = { status: "calling", socket, answerSdp: negotiation.sdp, knownSid };
    return leg;
  }

  /** A leg to the browsers of a group. */
  static toGroup(options: BrowserLegOptions & { group: RingGroup }): BrowserLeg {
    const leg = new BrowserLeg(options, "outbound-dial");
    leg.#state = { status: "ringing", group: options.group };
    return leg;
  }

  listen(listener: ClientLegListener): void {
    this.#events.listen(listener);
  }

  ring({ earlyMedia }: { earlyMedia: boolean }): void {
    if (this.#state.status !== "calling") return;
    const { socket, answerSdp } = this.#state;
    socket.send({ type: "ringing", payload: { callsid: this.callSid, sdp: earlyMedia ? answerSdp : undefined } });
    this.#state = { ...this.#state, knownSid: this.callSid, answerSdp: earlyMedia ? undefined : answerSdp };
  }

  answer(): void {
    if (this.#state.status !== "calling") return;
    const { socket, answerSdp } = this.#state;
    const reconnectToken = this.#newReconnectToken();
    socket.send({ type: "answer", payload: { callsid: this.callSid, sdp: answerSdp, reconnect: reconnectToken } });
    this.#state = { status: "open", socket, reconnectToken };
  }

  end(error?: CarrierError): void {
    const state = this.#state;
    if (state.status === "calling" || state.status === "open") {
      const callsid = state.status === "calling" ? state.knownSid : this.callSid;
      state.socket.send({ type: "hangup", payload: { callsid, error } });
    }
    this.#finish();
  }

  /** The browser accepts. */
  async handleAnswer(socket: LegSocket, sdp: string): Promise<void> {
    if (this.#state.status !== "ringing") return;
    const taken = this.#state.group.take(socket);
    if (!taken) return;
    this.#state = { status: "open", socket, reconnectToken: taken.reconnectToken };
    const answer = readBrowserSdp(sdp);
    const accepted =
      answer &&
      (await taken.peer.accept(answer).then(
        () => true,
        () => false,
      ));
    if (!accepted) {
      taken.peer.close();
      this.end(signallingErrors.descriptionNotUsable);
      return this.#events.tell((listener) => listener.handleHangUp());
    }
    this.media.adopt(taken.peer);
    if (!this.#hasEnded) this.#events.tell((listener) => listener.handleAnswer());
  }

  /** The browser declines. The leg is declined when all browsers that ring have done so. */
  handleReject(socket: LegSocket): void {
    if (this.#state.status !== "ringing") return;
    this.#state.group.decline(socket);
    this.#finishIfDeclined();
  }

  handleHangUp(socket: LegSocket): void {
    // A browser that hangs up between accepting and having accepted has not had the call: it declines.
    if (this.#state.status === "ringing") return this.handleReject(socket);
    if (this.#state.status === "ended") return;
    this.#finish();
    this.#events.tell((listener) => listener.handleHangUp());
  }

  /** The socket is gone. A browser in an open call may come back; before that it has no way to. */
  handleSocketLost(socket: LegSocket): void {
    const state = this.#state;
    if (state.status === "ringing") {
      state.group.lose(socket);
      return this.#finishIfDeclined();
    }
    if (state.status === "open" && socket.reconnectTimeoutMs > 0) {
      const giveUp = setTimeout(() => this.handleHangUp(socket), socket.reconnectTimeoutMs);
      this.#state = { status: "away", reconnectToken: state.reconnectToken, giveUp };
      return;
    }
    this.handleHangUp(socket);
  }

  handleDigits(digits: string): void {
    this.#events.tell((listener) => listener.handleDigits(digits));
  }

  /** The browser restarts ICE. */
  async handleReinvite(socket: LegSocket, sdp: string): Promise<CarrierError | undefined> {
    const negotiation = await this.media.negotiate(sdp);
    if (negotiation === "unusable") return signallingErrors.descriptionNotUsable;
    if (this.isOn(socket)) socket.send({ type: "answer", payload: { callsid: this.callSid, sdp: negotiation.sdp } });
    return undefined;
  }

  /** Whether the token lets its bearer take this leg over. */
  acceptsReconnectToken(token: string, matches: (a: string, b: string) => boolean): boolean {
    switch (this.#state.status) {
      case "ringing":
        return this.#state.group.reconnectTokens.some((known) => matches(token, known));
      case "open":
      case "away":
        return matches(token, this.#state.reconnectToken);
      case "calling":
      case "ended":
        return false;
    }
  }

  /**
   * A browser with the token takes the leg over: the same one after its socket was lost, or another page of the same
   * identity. The session is answered anew only when it has changed.
   */
  async handleReconnect(socket: LegSocket, options: { sdp: string; token: string }): Promise<CarrierError | undefined> {
    const negotiation = await this.media.negotiate(options.sdp);
    if (negotiation === "unusable") return signallingErrors.descriptionNotUsable;
    const state = this.#state;
    if (state.status === "ended" || state.status === "calling") return signallingErrors.reconnectNotAuthorized;
    if (state.status === "away") clearTimeout(state.giveUp);
    if (state.status === "ringing") state.group.cancel();
    // The page that had the call until now must let go of the microphone.
    if (state.status === "open" && state.socket !== socket) {
      state.socket.send({ type: "hangup", payload: { callsid: this.callSid, error: undefined } });
    }
    this.#state = { status: "open", socket, reconnectToken: options.token };
    socket.send({ type: "answer", payload: { callsid: this.callSid, sdp: negotiation.sdp, reconnect: options.token } });
    if (state.status === "ringing") this.#events.tell((listener) => listener.handleAnswer());
    return undefined;
  }

  /** Whether the browser behind this socket has, or is offered, this leg. A leg that is away has no socket. */
  isOn(socket: LegSocket): boolean {
    switch (this.#state.status) {
      case "calling":
      case "open":
        return this.#state.socket === socket;
      case "ringing":
        return this.#state.group.has(socket);
      case "away":
      case "ended":
        return false;
    }
  }

  get isAway(): boolean {
    return this.#state.status === "away";
  }

  /** The socket of a leg that has one to itself. */
  get socket(): LegSocket | undefined {
    return this.#state.status === "calling" || this.#state.status === "open" ? this.#state.socket : undefined;
  }

  // Asked after waiting, when what the type says of the state no longer holds.
  get #hasEnded(): boolean {
    return this.#state.status === "ended";
  }

  #finishIfDeclined(): void {
    if (this.#state.status !== "ringing" || !this.#state.group.isDeclined) return;
    this.#finish();
    this.#events.tell((listener) => listener.handleReject());
  }

  #finish(): void {
    const state = this.#state;
    if (state.status === "ended") return;
    if (state.status === "away") clearTimeout(state.giveUp);
    if (state.status === "ringing") state.group.cancel();
    this.#state = { status: "ended" };
    this.media.close();
    this.#onEnd(this);
  }
}

interface BrowserLegOptions {
  callSid: string;
  identity: string;
  newReconnectToken: () => string;
  onEnd: (leg: BrowserLeg) => void;
}
