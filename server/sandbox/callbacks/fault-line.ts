import type { Faults } from "../legs.ts";
import type { Scheduler } from "../scheduler.ts";
import type { WebhookRequest } from "./webhooks.ts";

/** A request held back for reordering goes out at the latest after this, if none comes after it. */
const longestHoldMs = 2000;

/** The line that status callbacks go out on. Without faults it hands each on at once. */
export interface FaultLine {
  send(request: WebhookRequest): void;
  /** Forgets what is held back. */
  close(): void;
}

/** Drops, doubles, delays and reorders callbacks, as the faults say at the moment when each is sent. */
export function createFaultLine(options: {
  faults: Faults;
  scheduler: Scheduler;
  /** A number from 0 to 1. */
  random: () => number;
  deliver: (request: WebhookRequest) => void;
}): FaultLine {
  const { faults, scheduler, random, deliver } = options;
  const waiting = new Set<() => void>();
  let held: { request: WebhookRequest; cancel: () => void } | undefined;

  const later = (delayMs: number, task: () => void) => {
    const cancel = scheduler.after(delayMs, () => {
      waiting.delete(cancel);
      task();
    });
    waiting.add(cancel);
    return cancel;
  };

  const releaseHeld = () => {
    if (!held) return;
    const { request, cancel } = held;
    held = undefined;
    cancel();
    waiting.delete(cancel);
    deliver(request);
  };

  const reorder = (request: WebhookRequest) => {
    if (held || !faults.callbacks.reorder) {
      deliver(request);
      releaseHeld();
    } else {
      held = { request, cancel: later(longestHoldMs, releaseHeld) };
    }
  };

  return {
    send(request) {
      const { dropShare, doubleShare, delayMs } = faults.callbacks;
      if (!isStruck(faults, request)) return deliver(request);
      if (random() < dropShare) return;
      const copies = random() < doubleShare ? [request, request] : [request];
      for (const copy of copies) {
        if (delayMs > 0) later(delayMs, () => reorder(copy));
        else reorder(copy);
      }
    },
    close() {
      for (const cancel of waiting) cancel();
      waiting.clear();
      held = undefined;
    },
  };
}

function isStruck(faults: Faults, request: WebhookRequest): boolean {
  const { statuses } = faults.callbacks;
  return statuses === undefined || statuses.includes(request.fields["CallStatus"] ?? "");
}
