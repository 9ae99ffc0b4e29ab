import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";
import { OffscreenSession } from "./offscreen-session.ts";

/** How a microphone answers a document that asks for it. */
export type PlayedMicrophone =
  /** The permission is as the browser has it, unless it is said to be otherwise. */
  | { kind: "refusing"; name: string; message: string; permission?: PermissionState }
  /** One that gives what the test has it give: nothing, until `speak`. */
  | { kind: "silent" };

/**
 * Has a document get its microphone from the test: no flag of Chromium's makes one that is taken by another program, or that is
 * switched off in the system. The documents are a page, or the offscreen document that a first call has left behind.
 */
export async function playMicrophone(target: BrowserContext | Page, microphone: PlayedMicrophone): Promise<void> {
  await evaluateIn(target, `(${install.toString()})(${JSON.stringify(microphone)})`);
}

/** Has the silent microphone give a voice, or the system mute it. */
export async function setVoice(
  target: BrowserContext | Page,
  voice: { isHeard: boolean; isMutedBySystem: boolean },
): Promise<void> {
  await evaluateIn(target, `playedVoice.set(${JSON.stringify(voice)})`);
}

/** How many tracks of the played microphone are on in a document. */
export async function countPlayedTracks(target: BrowserContext | Page): Promise<number> {
  return z.int().parse(await evaluateIn(target, `playedVoice.countLive()`));
}

async function evaluateIn(target: BrowserContext | Page, expression: string): Promise<unknown> {
  if ("goto" in target) return target.evaluate(expression);
  const offscreen = await OffscreenSession.attach(target);
  try {
    return await offscreen.evaluate(expression);
  } finally {
    await offscreen.stop();
  }
}

/** Runs in the document, which has nothing of this file. */
function install(microphone: PlayedMicrophone): void {
  if (microphone.kind === "refusing") {
    const { name, message, permission } = microphone;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(message, name));
    if (permission) navigator.permissions.query = () => Promise.resolve({ state: permission } as PermissionStatus);
    else Reflect.deleteProperty(navigator.permissions, "query");
    return;
  }
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context, { frequency: 300 });
  oscillator.connect(gain);
  oscillator.start();
  const tracks: MediaStreamTrack[] = [];
  let isMuted = false;
  navigator.mediaDevices.getUserMedia = async () => {
    const { stream } = gain.connect(new MediaStreamAudioDestinationNode(context)) as MediaStreamAudioDestinationNode;
    for (const track of stream.getTracks()) {
      Object.defineProperty(track, "muted", { get: () => isMuted });
      tracks.push(track);
    }
    return stream;
  };
  Object.assign(globalThis, {
    playedVoice: {
      set({ isHeard, isMutedBySystem }: { isHeard: boolean; isMutedBySystem: boolean }) {
        gain.gain.value = isHeard ? 0.5 : 0;
        isMuted = isMutedBySystem;
      },
      countLive: () => tracks.filter((track) => track.readyState === "live").length,
    },
  });
}
