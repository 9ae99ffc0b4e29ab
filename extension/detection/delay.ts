/** One thing that happens after a while unless it is called off or begun anew. */
export class Delay {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener("abort", () => this.cancel());
  }

  start(action: () => void, delayMs: number): void {
    this.cancel();
    this.#timer = setTimeout(action, delayMs);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
