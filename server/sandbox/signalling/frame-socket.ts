import type { RawData, WebSocket } from "ws";
import type { CarrierError } from "../legs.ts";
import { type ClientFrame, parseClientFrame } from "./client-frame.ts";
import { signallingErrors } from "./errors.ts";
import { type ServerFrame, serialize } from "./server-frame.ts";

/** A browser that sends faster than its frames can be handled is cut off. */
const longestQueue = 256;
/** A browser answers each heartbeat; one that missed this many is gone. */
const missableHeartbeats = 3;

const heartbeat = "\n";
const closeTimeoutMs = 500;
const goingAway = 1001;
const policyViolation = 1008;

/**
 * A WebSocket as a line of frames: handled one at a time and in order, kept alive by heartbeats, and never the end of the
 * process, whatever comes in.
 */
export class FrameSocket {
  readonly #socket: WebSocket;
  readonly #heartbeats: NodeJS.Timeout;
  #unanswered = 0;
  #queued = 0;
  #isClosed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(
    socket: WebSocket,
    options: {
      heartbeatMs: number;
      handleFrame: (frame: ClientFrame) => Promise<void>;
      handleFailure: (error: unknown) => void;
      handleClose: () => void;
    },
  ) {
    this.#socket = socket;
    this.#heartbeats = setInterval(() => this.#beat(), options.heartbeatMs);
    socket.on("message", (data, isBinary) => this.#receive({ data, isBinary, ...options }));
    // ws closes the socket after an error of the protocol (a frame too large, bytes that are no WebSocket) by itself.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearInterval(this.#heartbeats);
      this.#isClosed = true;
      options.handleClose();
    });
  }

  send(frame: ServerFrame): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(serialize(frame));
  }

  /** Drops the connection as a failing network does. */
  drop(): void {
    this.#socket.terminate();
  }

  /** Says goodbye; a browser that does not say it back is dropped. */
  close(): void {
    this.#socket.close(goingAway);
    setTimeout(() => this.drop(), closeTimeoutMs).unref();
  }

  #beat(): void {
    if (this.#unanswered >= missableHeartbeats) return this.drop();
    this.#unanswered += 1;
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(heartbeat);
  }

  #receive(options: {
    data: RawData;
    isBinary: boolean;
    handleFrame: (frame: ClientFrame) => Promise<void>;
    handleFailure: (error: unknown) => void;
  }): void {
    this.#unanswered = 0;
    const text = textOf(options.data);
    if (!options.isBinary && text === heartbeat) return;
    if (this.#queued >= longestQueue) return this.#socket.close(policyViolation);
    this.#queued += 1;
    const frame = options.isBinary ? undefined : parseClientFrame(text);
    this.#last = this.#last
      .then(() => this.#handle(frame, options.handleFrame))
      .catch((error: unknown) => {
        this.#refuse(signallingErrors.unknown);
        options.handleFailure(error);
      })
      .then(() => void (this.#queued -= 1));
  }

  /** Frames still waiting when the socket closes are dropped: whoever sent them has been reported gone. */
  async #handle(frame: ClientFrame | undefined, handleFrame: (frame: ClientFrame) => Promise<void>): Promise<void> {
    if (this.#isClosed) return;
    if (!frame) return this.#refuse(signallingErrors.malformedRequest);
    await handleFrame(frame);
  }

  #refuse(error: CarrierError): void {
    this.send({ type: "error", payload: { error } });
  }
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)).toString("utf8");
}
