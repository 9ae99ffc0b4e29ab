import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import { OffscreenSession } from "./offscreen-session.ts";

/** What has gone over the wire of the call so far, as the browser's own WebRTC statistics count it. */
export interface AudioCounts {
  packetsSent: number;
  packetsReceived: number;
  /** Energy of the microphone's sound, in the unit of totalAudioEnergy. https://www.w3.org/TR/webrtc-stats/ */
  sentEnergy: number;
  receivedEnergy: number;
}

const countsSchema = z.object({
  packetsSent: z.number(),
  packetsReceived: z.number(),
  sentEnergy: z.number(),
  receivedEnergy: z.number(),
});

/** Reads the audio counts of the call in the offscreen document. The connection is nobody's global, so it is asked for by its prototype. */
export async function readOffscreenAudio(context: BrowserContext): Promise<AudioCounts> {
  const offscreen = await OffscreenSession.attach(context);
  try {
    return countsSchema.parse(await offscreen.callOnAll("RTCPeerConnection.prototype", sumStats.toString()));
  } finally {
    await offscreen.stop();
  }
}

/** Runs in the offscreen document, with `this` being an array of its connections. */
async function sumStats(this: RTCPeerConnection[]): Promise<AudioCounts> {
  const counts = { packetsSent: 0, packetsReceived: 0, sentEnergy: 0, receivedEnergy: 0 };
  const live = [...this].filter((connection) => connection.connectionState === "connected");
  for (const connection of live) {
    for (const [, report] of await connection.getStats()) {
      if (report.type === "outbound-rtp") counts.packetsSent += report.packetsSent;
      if (report.type === "media-source") counts.sentEnergy += report.totalAudioEnergy ?? 0;
      if (report.type === "inbound-rtp") {
        counts.packetsReceived += report.packetsReceived;
        counts.receivedEnergy += report.totalAudioEnergy ?? 0;
      }
    }
  }
  return counts;
}
