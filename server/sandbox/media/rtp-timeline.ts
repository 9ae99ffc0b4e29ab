const longestPauseMs = 200;

/** The part of an RTP header that says when a packet belongs. */
export interface RtpPosition {
  sequenceNumber: number;
  timestamp: number;
  /** The first packet after a silence, at which a listener may adapt its buffer (RFC 3551, 4.1). */
  marker: boolean;
}

/**
 * Numbers the packets that one leg sends. They come from clips and from other legs in turns, each with its own numbers,
 * but a listener must see one unbroken stream: so numbers are given afresh here.
 */
export class RtpTimeline {
  #sequenceNumber: number;
  #timestamp: number;
  #dueMs: number | undefined;
  readonly #ticksPerMs: number;

  /** `start` is where numbering begins; RFC 3550 wants it random. */
  constructor(options: { clockRate: number; start: { sequenceNumber: number; timestamp: number } }) {
    this.#ticksPerMs = options.clockRate / 1000;
    this.#sequenceNumber = options.start.sequenceNumber & 0xffff;
    this.#timestamp = options.start.timestamp >>> 0;
  }

  /** The place of a packet that holds `durationMs` of sound and is sent at `nowMs`. */
  next(options: { durationMs: number; nowMs: number }): RtpPosition {
    const { durationMs, nowMs } = options;
    const lateMs = this.#dueMs === undefined ? 0 : nowMs - this.#dueMs;
    const afterPause = lateMs > longestPauseMs;
    if (afterPause) this.#advance(lateMs);
    const position = {
      sequenceNumber: this.#sequenceNumber,
      timestamp: this.#timestamp,
      marker: afterPause || this.#dueMs === undefined,
    };
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    this.#advance(durationMs);
    this.#dueMs = nowMs + durationMs;
    return position;
  }

  #advance(ms: number): void {
    this.#timestamp = (this.#timestamp + Math.round(ms * this.#ticksPerMs)) >>> 0;
  }
}
