import type { GatherVerb } from "../twiml/verbs.ts";
import { speak, type SpeakOptions } from "./speak.ts";

/** The keys a caller pressed. `finishedOnKey` is the one that ended them, and is not among them. */
export interface Gathered {
  digits: string;
  finishedOnKey: string | undefined;
}

/** Collects keys: those pressed while the prompts play, which cuts them short, and after them until the timeout. */
export async function gather(verb: GatherVerb, options: Omit<SpeakOptions, "signal">): Promise<Gathered> {
  const { call, exchange } = options;
  call.answer();
  const pressed = new AbortController();
  const done = new AbortController();
  let digits = "";
  let finishedOnKey: string | undefined;
  let cancelTimeout: (() => void) | undefined;

  const waitForKey = () => {
    cancelTimeout?.();
    cancelTimeout = exchange.scheduler.after(verb.timeoutSeconds * 1000, () => done.abort());
  };
  const handleDigit = (digit: string) => {
    pressed.abort();
    if (verb.finishOnKey.includes(digit)) finishedOnKey = digit;
    else digits += digit;
    if (finishedOnKey !== undefined || digits.length === verb.numDigits) done.abort();
    else waitForKey();
  };

  call.listenToDigits(handleDigit, AbortSignal.any([done.signal, call.ended]));
  for (const prompt of verb.prompts) {
    if (!pressed.signal.aborted) await speak(prompt, { ...options, signal: pressed.signal });
  }
  if (!pressed.signal.aborted) waitForKey();
  await whenAborted(AbortSignal.any([done.signal, call.ended]));
  cancelTimeout?.();
  return { digits, finishedOnKey };
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
