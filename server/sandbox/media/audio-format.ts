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

/** A packet of 20 ms in which nothing is heard. */
export const silence: Record<AudioFormat["codec"], Uint8Array> = {
  // One CELT frame of full bandwidth, mono, whose first symbol says that it is silent (RFC 6716, 4.3).
  opus: Uint8Array.of(0xf8, 0xff, 0xfe),
  pcmu: new Uint8Array(160).fill(0xff),
};
