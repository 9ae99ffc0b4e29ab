import type { Clip } from "../legs.ts";
import { clipForText, loadClip } from "../prompts/clips.ts";
import { readOggOpus } from "../prompts/ogg-opus.ts";
import { pause } from "../scheduler.ts";
import { TwilioError } from "../twilio-error.ts";
import type { Speech } from "../twiml/verbs.ts";
import type { CallerCall } from "./caller-call.ts";
import type { Exchange } from "./exchange.ts";
import { requireSuccess, resolveUrl } from "./fetch-document.ts";

export interface SpeakOptions {
  call: CallerCall;
  documentUrl: string;
  exchange: Exchange;
  /** Cuts the speech short. */
  signal: AbortSignal;
}

/** Lets the caller hear a Say or a Play, or nothing for as long as a Pause; resolves at its end, or when it is cut short. */
export async function speak(speech: Speech, options: SpeakOptions): Promise<void> {
  const { call, exchange } = options;
  const signal = AbortSignal.any([options.signal, call.ended]);
  call.answer();
  switch (speech.verb) {
    case "Pause":
      return pause(exchange.scheduler, { ms: speech.lengthSeconds * 1000, signal });
    case "Say":
      return playOver(call, { clip: loadClip(clipForText(speech.text)), loop: speech.loop, signal });
    case "Play":
      return playOver(call, { clip: await fetchClip(speech.url, options), loop: speech.loop, signal });
  }
}

async function playOver(call: CallerCall, options: { clip: Clip; loop: number; signal: AbortSignal }): Promise<void> {
  const { clip, loop, signal } = options;
  if (loop === 0) return call.play(clip, { signal, loop: true });
  for (let played = 0; played < loop && !signal.aborted; played += 1) await call.play(clip, { signal });
}

/**
 * The audio at a URL. Ogg/Opus is played as it is; the sandbox cannot decode anything else, and a spoken sentence says so
 * in its place.
 */
async function fetchClip(url: string, { call, documentUrl, exchange }: SpeakOptions): Promise<Clip> {
  const request = { url: resolveUrl(url, documentUrl), method: "GET", fields: {} } as const;
  const { contentType, body } = requireSuccess(await exchange.webhooks.send(request), request);
  if (!/^(?:audio\/|application\/ogg)/i.test(contentType)) {
    throw new TwilioError(12300, `${request.url} answered with ${contentType || "no Content-Type"}, which is no audio.`);
  }
  try {
    return { packets: readOggOpus(body) };
  } catch {
    const detail = `The sandbox carrier plays Ogg/Opus only; ${request.url} is ${contentType}.`;
    exchange.notifications.warn({ code: 12300, detail, callSid: call.sid });
    return loadClip("fallback");
  }
}
