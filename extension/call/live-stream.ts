import { heartbeatIntervalMs, liveEventSchema, type LiveEvent } from "#shared/live-events.ts";
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { Api } from "../platform/api.ts";

// Two heartbeats and a bit: one may be lost to a busy machine, two mean that the stream is dead without saying so.
const silenceLimitMs = 2 * heartbeatIntervalMs + 5000;

export interface ReadLiveStream {
  api: Pick<Api, "openLiveStream">;
  /** The last event that an earlier stream brought. */
  lastEventId: string | undefined;
  onEvent: (event: LiveEvent, id: string | undefined) => void;
  signal: AbortSignal;
}

/**
 * Reads `GET /api/live` once, until it breaks off, falls silent or `signal` aborts; then resolves. How a stream ends makes
 * no difference to anybody: what counts is that there is none any more.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function readLiveStream({ api, lastEventId, onEvent, signal }: ReadLiveStream): Promise<void> {
  const watchdog = createWatchdog(silenceLimitMs);
  try {
    const opened = await api.openLiveStream({ signal: AbortSignal.any([signal, watchdog.signal]), lastEventId });
    if (!opened.ok || !opened.value.body) return;
    const text = opened.value.body.pipeThrough(new TextDecoderStream());
    for await (const message of text.pipeThrough(new EventSourceParserStream())) {
      watchdog.reset();
      const event = liveEventSchema.safeParse(parseJson(message.data));
      if (event.success) onEvent(event.data, message.id);
    }
  } catch (error) {
    // A body that breaks off and one that is aborted both throw here; neither is news to anybody.
    if (!isStreamEnd(error)) console.error("The live stream ended by a bug.", error);
  } finally {
    watchdog.stop();
  }
}

function createWatchdog(limitMs: number) {
  const bark = new AbortController();
  let timer = setTimeout(() => bark.abort(), limitMs);
  return {
    signal: bark.signal,
    reset() {
      clearTimeout(timer);
      timer = setTimeout(() => bark.abort(), limitMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function isStreamEnd(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "AbortError");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no event of ours. The schema refuses it like anything else it does not know.
    return undefined;
  }
}
