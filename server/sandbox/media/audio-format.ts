import { packetDurationMs } from "./opus-packet.ts";

/** How a leg's voice is coded. */
export interface AudioFormat {
  codec: "opus" | "pcmu";
  payloadType: number;
  clockRate: number;
  /** The payload type of RFC 4733 digits. Undefined when the browser offers none that fit the codec. */
  eventPayloadType: number | undefined;
}

/** How much sound a packet holds, in milliseconds. */
export function durationMsOf(packet: Uint8Array, format: AudioFormat): number {
  switch (format.codec) {
    case "opus":
      return packetDurationMs(packet);
    case "pcmu":
      return (packet.length * 1000) / format.clockRate;
  }
}
