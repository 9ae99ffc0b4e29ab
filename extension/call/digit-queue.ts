import { countTones, type Digits } from "./digits.ts";

/** The extension behind the number that was dialled, and how far it has come. */
export interface ExtensionDigits {
  digits: Digits;
  /** due: nobody has answered yet. waiting: it is being sent. stopped: the person stopped it before all of it had gone. */
  phase: "due" | "waiting" | "sent" | "stopped";
}

/** Digits that go out together. */
interface Batch {
  purpose: "typed" | "extension";
  /** What of it has not gone yet. */
  steps: string;
}

/** The digits of a call: those that went out, and those that wait their turn. Belongs to the talk, and is forgotten with it. */
export interface DigitQueue {
  /** The tones that went out, in order. */
  sent: string;
  /** How many of them since there was last nothing to send. */
  sentOfRun: number;
  waiting: readonly Batch[];
  extension: ExtensionDigits | undefined;
}

export const noDigits: DigitQueue = { sent: "", sentOfRun: 0, waiting: [], extension: undefined };

/** The queue of a call that is to reach an extension. */
export function awaitExtension(digits: Digits): DigitQueue {
  return { ...noDigits, extension: { digits, phase: "due" } };
}

/** Puts digits behind those that wait. */
export function addDigits(queue: DigitQueue, steps: Digits): DigitQueue {
  return add(queue, { purpose: "typed", steps });
}

/**
 * Puts the extension behind what waits, `pause` before it. The same queue where there is none, and where it waits already: a
 * second press on "send again" must not send it twice.
 */
export function addExtension(queue: DigitQueue, pause = ""): DigitQueue {
  const { extension } = queue;
  if (!extension || extension.phase === "waiting") return queue;
  const added = add(queue, { purpose: "extension", steps: `${pause}${extension.digits}` });
  return { ...added, extension: { ...extension, phase: "waiting" } };
}

/** Takes the next tone or pause ("w") out of the queue, as gone. Undefined when nothing waits. */
export function takeStep(queue: DigitQueue): { step: string; queue: DigitQueue } | undefined {
  const [batch, ...others] = queue.waiting;
  const step = batch?.steps[0];
  if (!batch || step === undefined) return undefined;
  const steps = batch.steps.slice(1);
  const tone = step === "w" ? "" : step;
  return {
    step,
    queue: {
      sent: queue.sent + tone,
      sentOfRun: queue.sentOfRun + tone.length,
      waiting: steps === "" ? others : [{ ...batch, steps }, ...others],
      extension: steps === "" && batch.purpose === "extension" ? withPhase(queue.extension, "sent") : queue.extension,
    },
  };
}

/** Lets go of all that waits. */
export function stopDigits(queue: DigitQueue): DigitQueue {
  if (queue.waiting.length === 0) return queue;
  const { extension } = queue;
  return { ...queue, waiting: [], extension: extension?.phase === "waiting" ? withPhase(extension, "stopped") : extension };
}

/** Whether there is something to show of what is being sent. A single key is its own sign. */
export function isSending(queue: DigitQueue): boolean {
  return queue.extension?.phase === "waiting" || (progressOf(queue)?.total ?? 0) > 1;
}

/** How many tones have gone out of how many since there was last nothing to send. Undefined when nothing waits. */
export function progressOf({ sentOfRun, waiting }: DigitQueue): { sent: number; total: number } | undefined {
  if (waiting.length === 0) return undefined;
  return { sent: sentOfRun, total: waiting.reduce((total, { steps }) => total + countTones(steps), sentOfRun) };
}

function add(queue: DigitQueue, batch: Batch): DigitQueue {
  const isIdle = queue.waiting.length === 0;
  return { ...queue, sentOfRun: isIdle ? 0 : queue.sentOfRun, waiting: [...queue.waiting, batch] };
}

function withPhase(extension: ExtensionDigits | undefined, phase: ExtensionDigits["phase"]): ExtensionDigits | undefined {
  return extension && { ...extension, phase };
}
