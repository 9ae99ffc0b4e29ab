import { ok, type Result } from "#shared/result.ts";
import { browser, type Browser } from "wxt/browser";
import { callHostChannel, callReportChannel, callSessionChannel, livenessPortName } from "./call-messages.ts";
import { createCallSession, type CallSessionDeps } from "./call-session.ts";
import { createHeadset, type CallMediaSession } from "./headset.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { isLive } from "./call-state.ts";
import { qualityReportChannel } from "./quality-reports.ts";
import { lowBalanceAtMs } from "./low-balance.ts";
import { serveLevels } from "./serve-levels.ts";

// An idle document costs some 50 MB and an audio device held open. Kept a little, since who has just called often calls again.
const idleLimitMs = 20_000;
// No call lasts longer, and timers overflow at 24 days.
const longestWaitMs = 24 * 60 * 60 * 1000;

export interface ServedCallSessionDeps extends Omit<CallSessionDeps, "publish" | "onSettled" | "keepQuality" | "showLevels"> {
  /** Where the browser has one. */
  mediaSession: CallMediaSession | undefined;
  /** Closes the document. */
  close: () => void;
  /** Aborts when the document is being taken away, by itself or by anybody else. */
  leaving: AbortSignal;
}

/** Puts the session behind the offscreen document's messages, and closes the document when it has nothing to do. */
export function serveCallSession({ close, leaving, mediaSession, ...deps }: ServedCallSessionDeps): void {
  const liveness = createLivenessPort();
  const levels = serveLevels(deps.steadyNow);
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lowBalance: ReturnType<typeof setTimeout> | undefined;

  /** Talk costs money between two snapshots too: the service worker, which keeps no time, is shown this one again when it counts. */
  function reportWhenLow(snapshot: CallSnapshot): void {
    clearTimeout(lowBalance);
    const waitMs = (lowBalanceAtMs(snapshot) ?? Number.POSITIVE_INFINITY) - deps.now();
    if (waitMs > 0 && waitMs < longestWaitMs) lowBalance = setTimeout(() => void report(snapshot), waitMs);
  }

  const showOnHeadset = createHeadset(mediaSession, {
    setMuted: (isMuted) => session.setMuted(isMuted),
    hangUp: () => void hangUpByHeadset(),
  });

  const session = createCallSession({
    ...deps,
    publish(snapshot) {
      // The SDK hangs up on its way out. Told as it is, that would read as if somebody had meant to end the call; the service
      // worker, which finds the port closed and no document left, says what happened.
      if (leaving.aborted) return;
      liveness.hold(isLive(snapshot.state));
      showOnHeadset(snapshot.state);
      void report(snapshot);
      reportWhenLow(snapshot);
    },
    showLevels: levels.tell,
    keepQuality: (quality) => void qualityReportChannel.send("keep", quality),
    onSettled: closeSoon,
  });

  /** By way of the worker, which then knows that the person hung up and need not be told that the call is over. */
  async function hangUpByHeadset(): Promise<void> {
    const passedOn = await callHostChannel.send("hangUp");
    if (!passedOn.ok) session.hangUp();
  }

  function closeSoon(): void {
    clearTimeout(idle);
    idle = setTimeout(close, idleLimitMs);
  }

  callSessionChannel.serve({
    prepare: ({ session: signedIn }) =>
      carryOut(() => {
        session.prepare(signedIn);
        if (session.isAtRest()) closeSoon();
      }),
    place(request) {
      clearTimeout(idle);
      return Promise.resolve(session.place(request));
    },
    hangUp: () => carryOut(() => session.hangUp()),
    makeWay: ({ clientKey }) => carryOut(() => session.makeWay(clientKey)),
    setMuted: ({ isMuted }) => carryOut(() => session.setMuted(isMuted)),
    sendDigits: ({ digits }) => carryOut(() => session.sendDigits(digits)),
    sendExtension: () => carryOut(() => session.sendExtension()),
    stopDigits: () => carryOut(() => session.stopDigits()),
    setAudio: (audio) => carryOut(() => session.setAudio(audio)),
    dismiss: () => carryOut(() => session.dismiss()),
  });
}

function carryOut(command: () => void): Promise<Result<undefined, never>> {
  command();
  return Promise.resolve(ok(undefined));
}

async function report(snapshot: CallSnapshot): Promise<void> {
  const reported = await callReportChannel.send("snapshot", snapshot);
  if (!reported.ok) console.error("The service worker did not take a snapshot.", reported.error);
}

/** A port to the service worker that is open while a call is live, so that the worker notices when this document dies. */
function createLivenessPort() {
  let port: Browser.runtime.Port | undefined;
  return {
    hold(isHeld: boolean) {
      if (!isHeld) {
        port?.disconnect();
        port = undefined;
      } else if (!port) {
        port = browser.runtime.connect({ name: livenessPortName });
        // The worker was stopped. Opening it again at once would keep the worker from ever resting: the next snapshot does.
        port.onDisconnect.addListener(() => {
          port = undefined;
        });
      }
    },
  };
}
