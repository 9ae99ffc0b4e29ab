import type { BrowserContext } from "playwright-core";
import { z } from "zod";
import { OffscreenSession } from "./offscreen-session.ts";

/** What the offscreen document holds of the machine and the network. */
export interface Held {
  /** Tracks that are live: the browser's recording mark is on while one of a microphone is. */
  tracks: number;
  /** WebRTC connections that are not closed. */
  connections: number;
  /** Signalling sockets that are not closed. */
  sockets: number;
  /**
   * Sounds of a file that can be heard. The SDK plays each of its own once, muted, to have it ready; and an element
   * whose stream was taken away is never paused, but has nothing more to play.
   */
  sounds: number;
}

/** Counts what is held now; nothing when the document itself is gone. */
export async function countHeld(context: BrowserContext): Promise<Held> {
  const offscreen = await OffscreenSession.find(context);
  if (!offscreen) return { tracks: 0, connections: 0, sockets: 0, sounds: 0 };
  const count = async (prototype: string, isHeld: string) =>
    z.int().parse(await offscreen.callOnAll(prototype, `function () { return [...this].filter(${isHeld}).length; }`));
  try {
    return {
      tracks: await count("MediaStreamTrack.prototype", '(track) => track.readyState === "live"'),
      connections: await count("RTCPeerConnection.prototype", '(connection) => connection.connectionState !== "closed"'),
      sockets: await count("WebSocket.prototype", "(socket) => socket.readyState !== WebSocket.CLOSED"),
      sounds: await count("HTMLAudioElement.prototype", "(audio) => !audio.paused && !audio.muted && audio.currentSrc"),
    };
  } finally {
    await offscreen.stop();
  }
}
