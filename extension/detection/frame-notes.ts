// What the extension's scripts note in their own world of a frame, where the service worker finds it and the page does not.
const running = Symbol.for("marks-running");
const late = Symbol.for("marks-late");

interface World {
  [running]?: true;
  [late]?: true;
}

/** Notes that this frame has a script that marks, until the signal aborts. */
export function noteRunning(signal: AbortSignal): void {
  const world = globalThis as World;
  world[running] = true;
  signal.addEventListener("abort", () => delete world[running]);
}

/** Whether the page was there before its site was chosen; then so may be the pages before and after it. */
export function hasComeLate(): boolean {
  return (globalThis as World)[late] === true;
}

/** What the service worker learns of a frame. */
export interface FrameNotes {
  /** Of whom the frame is; "null" where it is walled in. */
  origin: string;
  isRunning: boolean;
}

/** Runs in a frame, by itself and with nothing of this file: notes that the script comes late, and tells what is there. */
export function takeNotes(): FrameNotes {
  Object.assign(globalThis, { [Symbol.for("marks-late")]: true });
  // Not the address's: a frame that was written into the page has none, and is of whoever wrote it.
  return { origin: globalThis.origin, isRunning: Symbol.for("marks-running") in globalThis };
}
