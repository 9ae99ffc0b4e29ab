const digitsByEvent = "0123456789*#ABCD";
const longestDurationTicks = 0xffff;

/** What the detector needs of an RTP packet whose payload is a telephone event. */
export interface EventPacket {
  timestamp: number;
  payload: Uint8Array;
}

interface Press {
  event: number;
  timestamp: number;
  ended: boolean;
}

/**
 * Reads RFC 4733 telephone events: each press once, when it starts. A press comes as many packets of one timestamp, its
 * end three times, any of them lost or late; so the timestamp tells presses apart, and no bit of a single packet does.
 */
export class DigitDetector {
  #press: Press | undefined;
  readonly #onDigit: (digit: string) => void;

  constructor(onDigit: (digit: string) => void) {
    this.#onDigit = onDigit;
  }

  /** Takes the next packet. One that is too short, or whose event is no key, says nothing. */
  accept(packet: EventPacket): void {
    const [event, flags] = packet.payload;
    if (event === undefined || flags === undefined || packet.payload.length < 4) return;
    const digit = digitsByEvent[event];
    if (digit === undefined) return;
    const last = this.#press;
    if (last && !isNewer(packet.timestamp, last.timestamp)) {
      if (packet.timestamp === last.timestamp && endsPress(flags)) last.ended = true;
      return;
    }
    const goesOn = last !== undefined && isNextSegment(packet, event, last);
    this.#press = { event, timestamp: packet.timestamp, ended: endsPress(flags) };
    if (!goesOn) this.#onDigit(digit);
  }
}

/** RTP timestamps wrap around: of two, the newer is the one less than half the circle ahead. */
function isNewer(timestamp: number, than: number): boolean {
  const ahead = (timestamp - than) >>> 0;
  return ahead !== 0 && ahead < 0x8000_0000;
}

/** A key held for longer than the duration field can count goes on with a new timestamp (RFC 4733, 2.5.1.3). */
function isNextSegment(packet: EventPacket, event: number, last: Press): boolean {
  return !last.ended && event === last.event && (packet.timestamp - last.timestamp) >>> 0 === longestDurationTicks;
}

function endsPress(flags: number): boolean {
  return (flags & 0x80) !== 0;
}
