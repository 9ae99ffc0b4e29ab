import { z } from "zod";

const handshakeSchema = z.object({ timestamp: z.number(), wallTime: z.number() });
const frameSchema = z.object({ timestamp: z.number(), response: z.object({ payloadData: z.string() }) });
const signalSchema = z.object({ type: z.string() });

/** What a target's DevTools session is asked for. */
export interface NetworkEvents {
  ask: (method: "Network.enable") => Promise<unknown>;
  on: (method: string, listener: (params: unknown) => void) => void;
}

/** How far the wall clock is ahead of the clock that frames are stamped with, which all documents of a browser share. */
export interface WireClock {
  aheadSeconds: number | undefined;
}

/** When the carrier's frames came in on a document's sockets, in milliseconds of the wall clock. */
export class WireWatch {
  readonly #arrivals: { type: string; seconds: number }[] = [];
  readonly #clock: WireClock;

  private constructor(clock: WireClock) {
    this.#clock = clock;
  }

  static async on(events: NetworkEvents, clock: WireClock): Promise<WireWatch> {
    const watch = new WireWatch(clock);
    events.on("Network.webSocketWillSendHandshakeRequest", (params) => {
      const { timestamp, wallTime } = handshakeSchema.parse(params);
      clock.aheadSeconds = wallTime - timestamp;
    });
    events.on("Network.webSocketFrameReceived", (params) => {
      const { timestamp, response } = frameSchema.parse(params);
      const type = typeOf(response.payloadData);
      if (type) watch.#arrivals.push({ type, seconds: timestamp });
    });
    await events.ask("Network.enable");
    return watch;
  }

  reset(): void {
    this.#arrivals.length = 0;
  }

  /** When the first frame of a type arrived since the last reset. */
  arrivedAtMs(type: string): number | undefined {
    const seconds = this.#arrivals.find((arrival) => arrival.type === type)?.seconds;
    const { aheadSeconds } = this.#clock;
    return seconds === undefined || aheadSeconds === undefined ? undefined : (seconds + aheadSeconds) * 1000;
  }
}

/** The type of a signalling frame; undefined for a heartbeat. */
function typeOf(payload: string): string | undefined {
  return payload.startsWith("{") ? signalSchema.parse(JSON.parse(payload)).type : undefined;
}
