import type { BrowserContext, CDPSession } from "playwright-core";
import { z } from "zod";

/** What has gone over the wire of the call so far, as the browser's own WebRTC statistics count it. */
export interface AudioCounts {
  packetsSent: number;
  packetsReceived: number;
  /** Energy of the microphone's sound, in the unit of totalAudioEnergy. https://www.w3.org/TR/webrtc-stats/ */
  sentEnergy: number;
  receivedEnergy: number;
}

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), url: z.string() })) });
const replySchema = z.object({
  id: z.int(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.unknown().optional(),
});
const countsSchema = z.object({
  packetsSent: z.number(),
  packetsReceived: z.number(),
  sentEnergy: z.number(),
  receivedEnergy: z.number(),
});

/**
 * Reads the audio counts of the call in the offscreen document. The document is no page that a test could open, and the
 * connection is nobody's global, so both are asked for over the DevTools protocol.
 */
export async function readOffscreenAudio(context: BrowserContext): Promise<AudioCounts> {
  const browser = context.browser();
  if (!browser) throw new Error("This Chromium has no DevTools session to offer.");
  const devTools = await browser.newBrowserCDPSession();
  try {
    const { targetInfos } = targetsSchema.parse(await devTools.send("Target.getTargets"));
    const offscreen = targetInfos.find(({ url }) => url.endsWith("/offscreen.html"));
    if (!offscreen) throw new Error("There is no offscreen document.");
    const { sessionId } = await devTools.send("Target.attachToTarget", { targetId: offscreen.targetId, flatten: false });
    const ask = createAsk(devTools, sessionId);
    return await countAudio(ask);
  } finally {
    await devTools.detach();
  }
}

type Ask = (method: string, params: Record<string, unknown>) => Promise<Record<string, unknown>>;

function createAsk(devTools: CDPSession, sessionId: string): Ask {
  let lastId = 0;
  return (method, params) => {
    lastId += 1;
    const id = lastId;
    const reply = new Promise<Record<string, unknown>>((resolve, reject) => {
      const listen = ({ message }: { message: string }) => {
        const parsed = replySchema.safeParse(JSON.parse(message));
        if (!parsed.success || parsed.data.id !== id) return;
        devTools.off("Target.receivedMessageFromTarget", listen);
        if (parsed.data.error !== undefined) reject(new Error(JSON.stringify(parsed.data.error)));
        else resolve(parsed.data.result ?? {});
      };
      devTools.on("Target.receivedMessageFromTarget", listen);
    });
    return devTools
      .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) })
      .then(() => reply);
  };
}

const remoteObjectSchema = z.object({ result: z.object({ objectId: z.string() }) });
const queriedSchema = z.object({ objects: z.object({ objectId: z.string() }) });
const valueSchema = z.object({ result: z.object({ value: countsSchema }) });

async function countAudio(ask: Ask): Promise<AudioCounts> {
  const prototype = remoteObjectSchema.parse(await ask("Runtime.evaluate", { expression: "RTCPeerConnection.prototype" }));
  const { objects } = queriedSchema.parse(await ask("Runtime.queryObjects", { prototypeObjectId: prototype.result.objectId }));
  const counted = await ask("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: sumStats.toString(),
    awaitPromise: true,
    returnByValue: true,
  });
  return valueSchema.parse(counted).result.value;
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
