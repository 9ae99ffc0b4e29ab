import { addDigits, addExtension, noDigits, stopDigits, takeStep, type DigitQueue } from "./digit-queue.ts";
import type { Digits } from "./digits.ts";
import { sleep } from "./sleep.ts";

// The voice SDK lets a tone sound for 160 ms and the line be still for 70 after it, and a tone that is sent before that cuts the last
// one off: RTCDTMFSender knows one row of tones, which a new one replaces.
const toneMs = 250;
// https://twilio.com/docs/voice/sdks/javascript/twiliocall#callsenddigitsdigits
const pauseMs = 500;

/** Two seconds, in which the machine that answers says its greeting and begins to listen; telephones wait as long for a comma. */
const pauseBeforeExtension = "wwww";

interface DigitSenderOptions {
  queue: DigitQueue;
  /** Sends one tone. */
  send: (tone: string) => void;
  /** Whether a tone that is sent now would arrive. */
  isHeard: () => boolean;
  /** Called with the queue, and with every change of it. */
  show: (queue: DigitQueue) => void;
  /** Ends with the talk, and with it all that waits. */
  signal: AbortSignal;
}

/** Sends the digits of one call, a tone after another. */
export interface DigitSender {
  add(digits: Digits): void;
  /** Dials the extension once the other side has answered, after a pause for its greeting. */
  dialExtension(): void;
  sendExtensionAgain(): void;
  /** Lets go of what has not been sent. */
  stop(): void;
  /** Goes on with what waits, if it is heard (again). */
  goOn(): void;
}

/** Makes the sender of a call. It holds nothing while nothing waits. */
export function createDigitSender({ queue: first, send, isHeard, show, signal }: DigitSenderOptions): DigitSender {
  let queue = first;
  let isSending = false;
  if (queue !== noDigits) show(queue);

  function change(next: DigitQueue): void {
    if (next === queue) return;
    queue = next;
    show(queue);
  }

  async function sendWaiting(): Promise<void> {
    if (isSending) return;
    isSending = true;
    while (!signal.aborted && isHeard()) {
      const taken = takeStep(queue);
      if (!taken) break;
      if (taken.step !== "w") send(taken.step);
      change(taken.queue);
      await sleep(taken.step === "w" ? pauseMs : toneMs, signal);
    }
    isSending = false;
  }

  function enqueue(next: DigitQueue): void {
    if (signal.aborted || next === queue) return;
    change(next);
    void sendWaiting();
  }

  signal.addEventListener("abort", () => {
    if (queue !== noDigits) change(noDigits);
  });
  return {
    add: (digits) => enqueue(addDigits(queue, digits)),
    dialExtension: () => enqueue(addExtension(queue, pauseBeforeExtension)),
    sendExtensionAgain: () => enqueue(addExtension(queue)),
    stop: () => change(stopDigits(queue)),
    goOn: () => void sendWaiting(),
  };
}
