import type { Profile } from "#shared/api/profile.ts";
import type { Api } from "../platform/api.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { readLiveStream } from "./live-stream.ts";
import { sleep } from "./sleep.ts";

export interface FollowProfile {
  api: Pick<Api, "openLiveStream" | "profileNews">;
  pollIntervalMs: number;
  onProfile: (profile: Profile) => void;
  /** How the profile is kept fresh now: "none" while not even asking is answered. */
  onFreshness: (freshness: CallSnapshot["freshness"]) => void;
  /** Ends the stream and the polling. */
  signal: AbortSignal;
  /** From 0 to 1, so that clients that lost one server do not all come back in one moment. */
  random?: () => number;
}

/**
 * Keeps the profile fresh: by the live stream, and by asking every `pollIntervalMs` for as long as the stream cannot be
 * held. What has not changed since it was last asked for is not sent again. Resolves when `signal` aborts.
 */
export async function followProfile(options: FollowProfile): Promise<void> {
  const { api, pollIntervalMs, onProfile, onFreshness, signal, random = Math.random } = options;
  let lastEventId: string | undefined;
  let etag: string | undefined;
  let failures = 0;
  // A stream that opens in time needs no question: the first is asked only after an interval without it.
  let polling: AbortController | undefined = startPolling(pollIntervalMs);

  function startPolling(afterMs: number): AbortController {
    const stop = new AbortController();
    void poll({ afterMs, signal: AbortSignal.any([signal, stop.signal]) });
    return stop;
  }

  async function poll({ afterMs, signal }: { afterMs: number; signal: AbortSignal }): Promise<void> {
    await sleep(afterMs, signal);
    while (!signal.aborted) {
      const interval = sleep(pollIntervalMs, signal);
      const news = await api.profileNews({ etag, signal });
      if (signal.aborted) return;
      onFreshness(news.ok ? "polling" : "none");
      if (news.ok && news.value.isNew) {
        etag = news.value.etag;
        onProfile(news.value.profile);
      }
      await interval;
    }
  }

  while (!signal.aborted) {
    await readLiveStream({
      api,
      lastEventId,
      signal,
      onEvent(event, id) {
        if (signal.aborted) return;
        lastEventId = id ?? lastEventId;
        failures = 0;
        polling?.abort();
        polling = undefined;
        onFreshness("stream");
        if (event.type === "profile") onProfile(event.profile);
      },
    });
    if (signal.aborted) return;
    polling ??= startPolling(0);
    await sleep(backoffMs(failures, random()), signal);
    failures += 1;
  }
}

/** Half a second, doubled with each failure up to ten seconds, with up to half of it left to chance. */
function backoffMs(failures: number, chance: number): number {
  const fullMs = Math.min(10_000, 500 * 2 ** failures);
  return fullMs * (0.5 + chance / 2);
}
