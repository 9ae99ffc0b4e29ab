import { AudioPeer } from "../media/audio-peer.ts";
import type { LegSocket } from "./leg-socket.ts";
import type { InviteParameters } from "./server-frame.ts";

/** One browser that rings. Its offer takes a moment to make, and the browser may be gone by then. */
interface Fork {
  reconnectToken: string;
  peer: AudioPeer | undefined;
}

/**
 * All browsers that ring for one incoming call. Each has its own offer and its own reconnect token, so that the ones that
 * do not get the call can neither disturb its audio nor take it over.
 */
export class RingGroup {
  readonly #forks = new Map<LegSocket, Fork>();
  readonly #parameters: InviteParameters;
  #declined = false;
  #over = false;

  constructor(options: { sockets: Iterable<LegSocket>; parameters: InviteParameters; newReconnectToken: () => string }) {
    this.#parameters = options.parameters;
    for (const socket of options.sockets) {
      const fork: Fork = { reconnectToken: options.newReconnectToken(), peer: undefined };
      this.#forks.set(socket, fork);
      // Without an offer the browser cannot ring; it is as if it were gone.
      this.#ring(socket, fork).catch(() => this.lose(socket));
    }
  }

  has(socket: LegSocket): boolean {
    return this.#forks.has(socket);
  }

  get reconnectTokens(): string[] {
    return [...this.#forks.values()].map((fork) => fork.reconnectToken);
  }

  /** Everyone who could still have accepted has declined or gone, and at least one declined. */
  get isDeclined(): boolean {
    return this.#declined && this.#forks.size === 0;
  }

  /** Takes the browser that accepts out of the group and stops the others ringing. */
  take(socket: LegSocket): { peer: AudioPeer; reconnectToken: string } | undefined {
    const fork = this.#forks.get(socket);
    if (!fork?.peer) return undefined;
    this.#forks.delete(socket);
    this.cancel();
    return { peer: fork.peer, reconnectToken: fork.reconnectToken };
  }

  decline(socket: LegSocket): void {
    this.#declined = true;
    this.lose(socket);
  }

  /** The browser is gone without a word. */
  lose(socket: LegSocket): void {
    this.#forks.get(socket)?.peer?.close();
    this.#forks.delete(socket);
  }

  /** Stops all of them ringing. */
  cancel(): void {
    this.#over = true;
    for (const [socket, fork] of this.#forks) {
      fork.peer?.close();
      if (fork.peer) socket.send({ type: "cancel", payload: { callsid: this.#parameters.CallSid } });
    }
    this.#forks.clear();
  }

  async #ring(socket: LegSocket, fork: Fork): Promise<void> {
    const { peer, sdp } = await AudioPeer.offer();
    if (this.#over || !this.#forks.has(socket)) return peer.close();
    fork.peer = peer;
    const { CallSid: callsid } = this.#parameters;
    socket.send({
      type: "invite",
      payload: { callsid, sdp, reconnect: fork.reconnectToken, parameters: this.#parameters },
    });
  }
}
