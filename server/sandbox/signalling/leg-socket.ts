import type { ServerFrame } from "./server-frame.ts";

/** What a leg needs of the socket that its browser is on. */
export interface LegSocket {
  /** For how long the browser may come back to a live call after this socket is lost; 0 when it will not. */
  readonly reconnectTimeoutMs: number;
  /** Sends a frame; to a socket that is gone, nothing. */
  send(frame: ServerFrame): void;
}
